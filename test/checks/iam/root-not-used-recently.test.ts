import check from '../../../checks/iam/root-not-used-recently.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { reportedKey, rootUser } from '../../support/credentials.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'root was never used', resource: rootUser() },
    {
      name: 'I17 password and key were used long ago',
      resource: rootUser({
        passwordUsedAt: known(daysAgo(91)),
        keys: known([reportedKey({ usedAt: daysAgo(2000) })]),
      }),
    },
    {
      name: 'the window is shorter',
      resource: rootUser({ passwordUsedAt: known(daysAgo(12)) }),
      params: { windowDays: 1 },
    },
  ],
  fail: [
    {
      name: 'I17 the password was used lately',
      resource: rootUser({ passwordUsedAt: known(daysAgo(12)) }),
      reasons: ['password', '12 days ago (2026-11-10 12:00 UTC)'],
    },
    {
      name: 'I17 the second key was used lately, though it is inactive now',
      resource: rootUser({
        keys: known([reportedKey({ slot: 2, active: false, usedAt: daysAgo(89) })]),
      }),
      reasons: ['access key 2'],
    },
    {
      name: 'a key was used lately, and the use of the password is not known',
      resource: rootUser({ passwordUsedAt: unreadable(), keys: known([reportedKey()]) }),
    },
  ],
  unknown: [
    { name: 'I8 there is no report', resource: rootUser({ passwordUsedAt: unreadable('failed') }) },
    { name: 'the keys are not known', resource: rootUser({ keys: unreadable() }) },
  ],
});
