import check from '../../../checks/iam/user-no-key-at-creation.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { password, reportedKey, reportedUser } from '../../support/credentials.ts';
import { known, unreadable } from '../../support/observe.ts';

const unused = (changedAt: Date, slot = 1) => reportedKey({ slot, changedAt, usedAt: null });
const withKeys = (...given: readonly ReturnType<typeof reportedKey>[]) =>
  reportedUser({ ...password(300, 2), keys: known(given) });
const minutesAfterCreation = (minutes: number) =>
  new Date(daysAgo(300).getTime() + minutes * 60_000);

testCheck(check, {
  pass: [
    { name: 'no key', resource: withKeys() },
    { name: 'an unused key that was asked for later', resource: withKeys(unused(daysAgo(20))) },
    {
      name: 'a key made with the user and used since',
      resource: withKeys(reportedKey({ changedAt: daysAgo(300) })),
    },
    {
      name: 'a key made with the user, deactivated',
      resource: withKeys({ ...unused(daysAgo(300)), active: false }),
    },
    { name: 'six minutes after the user', resource: withKeys(unused(minutesAfterCreation(6))) },
  ],
  fail: [
    {
      name: 'an unused key made two minutes after the user',
      resource: withKeys(unused(minutesAfterCreation(2))),
      reasons: ['access key 1'],
    },
    {
      name: 'in the second place of the report, which is not ordered by age',
      resource: withKeys(reportedKey(), unused(daysAgo(300), 2)),
      reasons: ['access key 2'],
    },
  ],
  unknown: [
    {
      name: 'the keys are not known',
      resource: reportedUser({ ...password(1, 1), keys: unreadable() }),
    },
    {
      name: 'the age of the user is not known',
      resource: { ...withKeys(unused(daysAgo(300))), createdAt: unreadable('failed') },
    },
    { name: 'the report leaves out keys', resource: { ...withKeys(), rest: unreadable('failed') } },
  ],
  'not-applicable': [
    {
      name: 'a user for a program',
      resource: reportedUser({ keys: known([unused(daysAgo(300))]) }),
    },
  ],
});
