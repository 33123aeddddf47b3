import check from '../../../checks/iam/policy-no-privilege-escalation.ts';
import { policyOf } from '../../policy/documents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { held, powered } from '../../support/powered.ts';

const allow = (Action: string | string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const passRole = held('policy pass', allow('iam:PassRole'));
const run = held('inline policy run of group builders', allow('ec2:RunInstances'));
const reading = held('policy read', allow('s3:Get*'));
const keys = held('policy keys', allow('iam:CreateAccessKey'));
const withMfa = held(
  'policy keys',
  allow('iam:CreateAccessKey', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
);
const noIam = held('policy guard', { ...allow('iam:*'), Effect: 'Deny' });
const all = held('policy all', allow('*'));

testCheck(check, {
  pass: [
    { name: 'the policies let it read', resource: powered([reading]) },
    { name: 'I22 half of a way is none', resource: powered([passRole, reading]) },
    {
      name: 'the boundary allows none of it',
      resource: powered([keys], known(policyOf(allow('s3:*')))),
    },
    { name: 'a Deny of another policy takes it back', resource: powered([keys, noIam]) },
    {
      name: 'I19 a way that is open with MFA only',
      resource: powered([withMfa]),
      reasons: ['only under a condition: makes an access key of any user'],
    },
    {
      name: 'what a policy says that could not be read, the boundary would stop',
      resource: powered([unreadable(), reading], known(policyOf(allow('s3:*')))),
    },
    {
      name: 'what the boundary says does not matter where there is no way',
      resource: powered([reading], unreadable()),
    },
  ],
  fail: [
    {
      name: 'I22 two policies together, one of them of a group',
      resource: powered([passRole, run]),
      reasons: [
        /^runs an instance with any role: iam:PassRole and ec2:RunInstances, by policy pass, inline policy run of group builders$/,
      ],
    },
    { name: 'one action is enough', resource: powered([keys]), severity: 'high' },
    {
      name: 'I21 all of IAM, with more ways than are told',
      resource: powered([held('policy iam', allow('iam:*'))]),
      reasons: [/^and \d+ more ways$/m],
    },
    {
      name: 'I19 a way that is open with MFA only, in strict mode',
      resource: powered([withMfa]),
      params: { strict: true },
    },
    {
      name: 'the boundary allows it as well',
      resource: powered([keys], known(policyOf(allow('iam:*')))),
    },
    {
      name: 'full administration within a boundary that leaves a way',
      resource: powered([all], known(policyOf(allow(['iam:CreateAccessKey', 's3:*'])))),
    },
  ],
  'not-applicable': [
    {
      name: 'an administrator has nothing to raise',
      resource: powered([all]),
      reasons: ['full administration'],
    },
  ],
  unknown: [
    {
      name: 'a policy could not be read, which might be the other half',
      resource: powered([passRole, unreadable()]),
    },
    {
      name: 'a policy could not be read, which might take the way back',
      resource: powered([keys, unreadable()]),
    },
    { name: 'the boundary could not be read', resource: powered([keys], unreadable()) },
    {
      name: 'it may take off its boundary, and whether it has one could not be read',
      resource: powered(
        [held('policy own', allow('iam:DeleteUserPermissionsBoundary'))],
        unreadable(),
      ),
    },
    {
      name: 'which groups it is in was not told',
      resource: { ...powered([reading]), who: unreadable('failed') },
    },
  ],
  'out-of-scope': [
    {
      name: 'I27 AWS owns the policies of a service-linked role',
      resource: {
        ...powered([keys]),
        managed: { by: 'aws', reason: 'an AWS service made it' },
      },
    },
  ],
});
