import check from '../../../checks/redshift/cluster-not-public.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { cluster } from '../../support/redshift.ts';

testCheck(check, {
  pass: [{ name: 'its endpoint is private', resource: cluster() }],
  fail: [
    { name: 'its endpoint is public', resource: cluster({ publiclyAccessible: known(true) }) },
  ],
  unknown: [
    { name: 'it is not told', resource: cluster({ publiclyAccessible: unreadable('failed') }) },
  ],
});
