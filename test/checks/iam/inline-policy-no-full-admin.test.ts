import check from '../../../checks/iam/inline-policy-no-full-admin.ts';
import { iamGroup, iamRole, iamUser, inlinePolicy } from '../../support/authorization.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const withMfa = { ...everything, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const reading = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const holding = (...policies: readonly ReturnType<typeof inlinePolicy>[]) =>
  iamRole('deployer', { inline: known(policies) });
const unread = { name: 'unread', document: unreadable('failed') };

testCheck(check, {
  fail: [
    {
      name: 'F28 a role with Action * on Resource *',
      resource: holding(inlinePolicy('read', reading), inlinePolicy('all', everything)),
      given: {},
      reasons: [/^inline policy all: statement 1 allows \* on every resource$/],
      severity: 'high',
    },
    {
      name: 'F28 a user',
      resource: iamUser('ann', { inline: known([inlinePolicy('all', everything)]) }),
      given: {},
    },
    {
      name: 'F28 a group, in another spelling',
      resource: {
        ...iamGroup('operators'),
        inline: known([
          inlinePolicy('all', { Effect: 'Allow', NotAction: 'aws-portal:*', Resource: '*' }),
        ]),
      },
      given: {},
    },
    {
      name: 'a policy that could not be read does not hide another',
      resource: iamRole('deployer', { inline: known([unread, inlinePolicy('all', everything)]) }),
      given: {},
    },
    {
      name: 'I19 with a condition, in strict mode',
      resource: holding(inlinePolicy('all', withMfa)),
      given: {},
      params: { strict: true },
    },
    {
      name: 'a hostile name forges no lines',
      resource: holding(inlinePolicy('a\nPASS', everything)),
      given: {},
      reasons: [/^(?!PASS)/m],
    },
  ],
  pass: [
    {
      name: 'the policies allow less',
      resource: holding(inlinePolicy('read', reading)),
      given: {},
      reasons: ['inline policies: read'],
    },
    {
      name: 'I19 full administration only under a condition',
      resource: holding(inlinePolicy('all', withMfa)),
      given: {},
    },
  ],
  unknown: [
    {
      name: 'the policies could not be read',
      resource: iamRole('deployer', { inline: unreadable() }),
      given: {},
    },
    {
      name: 'one of them could not be read',
      resource: iamRole('deployer', { inline: known([unread, inlinePolicy('read', reading)]) }),
      given: {},
    },
  ],
  'out-of-scope': [
    {
      name: 'AWS owns the policies of a service-linked role',
      resource: {
        ...holding(inlinePolicy('all', everything)),
        managed: { by: 'aws', reason: 'an AWS service made it' },
      },
      given: {},
    },
  ],
});
