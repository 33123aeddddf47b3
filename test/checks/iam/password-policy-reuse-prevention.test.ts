import check from '../../../checks/iam/password-policy-reuse-prevention.ts';
import type { User } from '../../../src/collectors/iam/users.ts';
import { testCheck } from '../../support/check-tester.ts';
import { listedUser } from '../../support/users.ts';
import { listing, partialListing, unreadable } from '../../support/observe.ts';
import { defaultRules, ownRules, passwordRules } from '../../support/password-rules.ts';

const given = { users: listing(listedUser()) };
const remembers = (remembered: number) => ({ resource: ownRules({ remembered }), given });

testCheck(check, {
  pass: [{ name: '24 passwords', ...remembers(24) }],
  fail: [
    { name: '23 passwords', ...remembers(23), reasons: ['23'] },
    { name: 'reuse is not prevented', ...remembers(0), reasons: ['reused'] },
    { name: 'no policy means the default of AWS', resource: defaultRules, given },
    {
      name: 'F57 no policy, though there are no IAM users yet',
      resource: defaultRules,
      given: { users: listing<User>() },
    },
  ],
  unknown: [
    { name: 'the policy may not be read', resource: passwordRules(unreadable()), given },
    {
      name: 'F57 the users may not be read, and an account without any is excused',
      resource: defaultRules,
      given: { users: partialListing<User>('denied') },
      params: { excuseWithoutUsers: true },
    },
  ],
  'not-applicable': [
    {
      name: 'F57 there are no IAM users, and the owner excuses that',
      resource: defaultRules,
      given: { users: listing<User>() },
      params: { excuseWithoutUsers: true },
    },
  ],
});
