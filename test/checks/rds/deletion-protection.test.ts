import check from '../../../checks/rds/deletion-protection.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { database } from '../../support/rds.ts';

testCheck(check, {
  pass: [{ name: 'it is on', resource: database() }],
  fail: [
    {
      name: 'it is off',
      resource: database({ deletionProtection: known(false) }),
      reasons: ['DeletionProtection is false'],
    },
  ],
  unknown: [
    { name: 'AWS did not say', resource: database({ deletionProtection: unreadable('failed') }) },
  ],
});
