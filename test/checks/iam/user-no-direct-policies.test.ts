import check from '../../../checks/iam/user-no-direct-policies.ts';
import { awsPolicy, iamUser, inlinePolicy } from '../../support/authorization.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'the user has no policy of its own', resource: iamUser('ann') }],
  fail: [
    {
      name: 'a managed policy is attached',
      resource: iamUser('ann', { attached: known([awsPolicy('ReadOnlyAccess')]) }),
      reasons: ['ReadOnlyAccess'],
    },
    {
      name: 'a policy is written into the user',
      resource: iamUser('ann', { inline: known([inlinePolicy('forgotten')]) }),
      reasons: ['forgotten'],
    },
    {
      name: 'a hostile policy name forges no line of the report',
      resource: iamUser('ann', { inline: known([inlinePolicy('a\nPASS')]) }),
      reasons: [/^[^\n]+a<U\+000A>PASS$/],
    },
  ],
  unknown: [
    {
      name: 'what is attached cannot be read',
      resource: iamUser('ann', { attached: unreadable() }),
    },
  ],
});
