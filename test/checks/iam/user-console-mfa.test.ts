import check from '../../../checks/iam/user-console-mfa.ts';
import { testCheck } from '../../support/check-tester.ts';
import { password, reportedKey, reportedUser } from '../../support/credentials.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    {
      name: 'I12 a password, and a device of whatever kind',
      resource: reportedUser({ ...password(100, 3), mfaActive: known(true) }),
    },
  ],
  fail: [
    {
      name: 'I7 a password without a device, with the age of the report',
      resource: reportedUser(password(100, 3)),
      reasons: ['credential report of 2026-11-22 09:14 UTC'],
    },
    {
      name: 'a password that was never used lets in all the same',
      resource: reportedUser(password(1, null)),
    },
  ],
  unknown: [
    {
      name: 'whether there is a password is not known',
      resource: reportedUser({ passwordEnabled: unreadable('failed') }),
    },
    {
      name: 'whether there is a device is not known',
      resource: reportedUser({ ...password(1, 1), mfaActive: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    {
      name: 'I11 a user with an access key and no password',
      resource: reportedUser({ keys: known([reportedKey()]) }),
    },
    {
      name: 'without a password the device need not be known',
      resource: reportedUser({ mfaActive: unreadable() }),
    },
  ],
});
