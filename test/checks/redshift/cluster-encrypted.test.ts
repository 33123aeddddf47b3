import check from '../../../checks/redshift/cluster-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { cluster } from '../../support/redshift.ts';

testCheck(check, {
  pass: [{ name: 'it is encrypted', resource: cluster() }],
  fail: [
    { name: 'it was made without encryption', resource: cluster({ encrypted: known(false) }) },
  ],
  unknown: [{ name: 'it is not told', resource: cluster({ encrypted: unreadable('failed') }) }],
});
