import check from '../../../checks/iam/user-credentials-used-recently.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { password, reportedKey, reportedUser } from '../../support/credentials.ts';
import { known, unreadable } from '../../support/observe.ts';

const keys = (...given: Parameters<typeof reportedKey>) => known([reportedKey(...given)]);

testCheck(check, {
  pass: [
    {
      name: 'password and key were used lately',
      resource: reportedUser({ ...password(500, 45), keys: keys({ usedAt: daysAgo(2) }) }),
    },
    { name: 'a new password that was not used yet', resource: reportedUser(password(10, null)) },
    {
      name: 'I15 the password was disabled, and nothing else is active',
      resource: reportedUser(),
    },
    {
      name: 'an old key that is inactive',
      resource: reportedUser({ keys: keys({ active: false, usedAt: daysAgo(400) }) }),
    },
    {
      name: 'a rule of 90 days',
      resource: reportedUser(password(500, 63)),
      params: { maxIdleDays: 90 },
    },
  ],
  fail: [
    {
      name: 'the password was used long ago',
      resource: reportedUser(password(500, 63)),
      reasons: ['the password was last used 63 days ago (2026-09-20 12:00 UTC)'],
    },
    {
      name: 'I14 a password that was never used counts from when it was set',
      resource: reportedUser(password(46, null)),
      reasons: ['never used', '46 days ago'],
    },
    {
      name: 'the second key was never used',
      resource: reportedUser({
        keys: known([
          reportedKey(),
          reportedKey({ slot: 2, changedAt: daysAgo(120), usedAt: null }),
        ]),
      }),
      reasons: ['access key 2 was never used'],
    },
    {
      name: 'an idle password decides it, whatever the report leaves out',
      resource: reportedUser({ ...password(500, 300), keys: unreadable(), rest: unreadable() }),
    },
  ],
  unknown: [
    { name: 'the keys are not known', resource: reportedUser({ keys: unreadable('failed') }) },
    {
      name: 'the password is not known',
      resource: reportedUser({ password: unreadable('failed') }),
    },
    {
      name: 'the user has more keys than the report shows',
      resource: reportedUser({ keys: keys(), rest: unreadable('failed') }),
    },
  ],
});
