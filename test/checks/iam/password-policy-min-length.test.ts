import check from '../../../checks/iam/password-policy-min-length.ts';
import type { User } from '../../../src/collectors/iam/users.ts';
import { testCheck } from '../../support/check-tester.ts';
import { listedUser } from '../../support/users.ts';
import { listing, partialListing, unreadable } from '../../support/observe.ts';
import { defaultRules, ownRules, passwordRules } from '../../support/password-rules.ts';

const given = { users: listing(listedUser()) };
const length = (minimumLength: number) => ({ resource: ownRules({ minimumLength }), given });

testCheck(check, {
  pass: [
    { name: '14 characters', ...length(14) },
    { name: 'a laxer rule', ...length(12), params: { minimumLength: 12 } },
    {
      name: 'F57 the default of AWS is as long as was set',
      resource: defaultRules,
      given,
      params: { minimumLength: 8 },
      reasons: ['AWS asks for 8 characters'],
    },
  ],
  fail: [
    { name: '13 characters', ...length(13), reasons: ['13'] },
    {
      name: 'no policy means the default of AWS',
      resource: defaultRules,
      given,
      reasons: ['8'],
    },
    {
      name: 'F57 no policy, though there are no IAM users yet',
      resource: defaultRules,
      given: { users: listing<User>() },
    },
    {
      name: 'F57 there are users, so that nothing is excused',
      resource: defaultRules,
      given,
      params: { excuseWithoutUsers: true },
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
