import check from '../../../checks/iam/role-trust-not-public.ts';
import { iamRole, trusting } from '../../support/authorization.ts';
import { account, testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const roleTrusting = (...trust: Parameters<typeof trusting>) =>
  iamRole('r', { trust: known(trusting(...trust)) });

const gitHub = {
  Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
};
const byGitHub = (condition: object) => ({
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: condition,
});
const aud = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };
const sub = { 'token.actions.githubusercontent.com:sub': 'repo:example/app:ref:refs/heads/main' };

testCheck(check, {
  fail: [
    {
      name: 'everyone',
      resource: roleTrusting('*'),
      reasons: ['lets everyone assume'],
      severity: 'critical',
    },
    { name: 'everyone, written as a list', resource: roleTrusting({ AWS: ['*'] }) },
    {
      name: 'a condition that also holds without its key',
      resource: roleTrusting('*', {
        Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
    },
    {
      name: 'I29 GitHub with an audience and no subject',
      resource: roleTrusting(gitHub, byGitHub({ StringEquals: aud })),
    },
    {
      name: 'I29 GitHub with a subject of any owner',
      resource: roleTrusting(
        gitHub,
        byGitHub({
          StringEquals: aud,
          StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:*' },
        }),
      ),
    },
  ],
  pass: [
    {
      name: 'I26 a service that sends no aws:SourceArn needs no condition on it',
      resource: roleTrusting({ Service: 'ec2.amazonaws.com' }),
      reasons: ['AWS services assume it: ec2.amazonaws.com'],
    },
    {
      name: 'a service that tells for whom it acts may take it for anybody, which is noted',
      resource: roleTrusting({ Service: 'scheduler.amazonaws.com' }),
      reasons: ['without a condition on aws:SourceArn or aws:SourceAccount'],
    },
    {
      name: 'everyone of one organization',
      resource: roleTrusting('*', {
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
      reasons: ['aws:principalorgid'],
    },
    {
      name: 'another account is named, and noted',
      resource: roleTrusting({
        AWS: [`arn:aws:iam::${account}:root`, 'arn:aws:iam::444455556666:root'],
      }),
      reasons: [/other accounts may assume it: 444455556666$/m],
    },
    {
      name: 'I29 GitHub with the subject of one repository',
      resource: roleTrusting(gitHub, byGitHub({ StringEquals: { ...aud, ...sub } })),
    },
  ],
  unknown: [{ name: 'the policy is malformed', resource: iamRole('r', { trust: unreadable() }) }],
  'out-of-scope': [
    {
      name: 'I27 the service that made a service-linked role owns its trust',
      resource: iamRole('AWSServiceRoleForSupport', {
        managed: { by: 'aws', reason: 'a service-linked role' },
        trust: known(trusting('*')),
      }),
    },
  ],
});
