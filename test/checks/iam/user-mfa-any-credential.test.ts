import check from '../../../checks/iam/user-mfa-any-credential.ts';
import { testCheck } from '../../support/check-tester.ts';
import { password, reportedKey, reportedUser } from '../../support/credentials.ts';
import { known, unreadable } from '../../support/observe.ts';

const inactive = known([reportedKey({ active: false })]);

testCheck(check, {
  pass: [
    {
      name: 'a key, and a device of whatever kind',
      resource: reportedUser({ keys: known([reportedKey()]), mfaActive: known(true) }),
    },
  ],
  fail: [
    { name: 'a key without a device', resource: reportedUser({ keys: known([reportedKey()]) }) },
    {
      name: 'a password without a device, whatever the keys',
      resource: reportedUser({ ...password(100, 3), keys: unreadable('failed') }),
    },
  ],
  unknown: [
    { name: 'the keys are not known', resource: reportedUser({ keys: unreadable('failed') }) },
    { name: 'there may be more keys', resource: reportedUser({ rest: unreadable('failed') }) },
    {
      name: 'whether there is a device is not known',
      resource: reportedUser({ ...password(1, 1), mfaActive: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    { name: 'an inactive key alone lets nobody in', resource: reportedUser({ keys: inactive }) },
  ],
});
