import check from '../../../checks/cloudfront/origin-failover.ts';
import { testCheck } from '../../support/check-tester.ts';
import { distribution } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it has an origin group', resource: distribution({ originGroups: known(1) }) }],
  fail: [{ name: 'it has none', resource: distribution() }],
  unknown: [
    { name: 'they are not told', resource: distribution({ originGroups: unreadable('failed') }) },
  ],
});
