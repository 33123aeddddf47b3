import { describe, expect, it } from 'vitest';
import { isServiceLinkedRole, readTrust } from '../../src/policy/trust.ts';
import { policyOf } from './documents.ts';

const ACCOUNT = '111122223333';
const GITHUB = 'token.actions.githubusercontent.com';
const trust = (fields: object) =>
  readTrust(policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole', ...fields }));
const federated = (issuer: string, Condition?: object) =>
  trust({
    Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(Condition === undefined ? {} : { Condition }),
  });
const audience = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };
const subject = (value: unknown, operator = 'StringLike') =>
  federated(GITHUB, {
    StringEquals: audience,
    [operator]:
      operator === 'StringEquals'
        ? { ...audience, [`${GITHUB}:sub`]: value }
        : { [`${GITHUB}:sub`]: value },
  });

describe('readTrust', () => {
  it('finds a role that everyone can assume', () => {
    expect(trust({ Principal: { AWS: '*' } })).toMatchObject({
      open: true,
      statements: [{ index: 1, reason: 'statement 1 lets everyone assume the role' }],
    });
    expect(trust({ NotPrincipal: { AWS: ACCOUNT } }).open).toBe(true);
    expect(trust({ Principal: '*', Action: 'sts:*' }).open).toBe(true);
  });

  it.each([
    ['sts:ExternalId', 'for-you-alone'],
    ['aws:PrincipalOrgID', 'o-a1b2c3d4e5'],
    ['aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/app`],
  ])('is not open when %s is fixed, and is when it need not exist', (key, value) => {
    expect(trust({ Principal: '*', Condition: { StringEquals: { [key]: value } } }).open).toBe(
      false,
    );
    expect(
      trust({ Principal: '*', Condition: { StringEqualsIfExists: { [key]: value } } }).open,
    ).toBe(true);
  });

  it('I26 a service as principal is not open, with or without aws:SourceArn', () => {
    expect(trust({ Principal: { Service: ['ec2.amazonaws.com'] } })).toMatchObject({
      open: false,
      services: ['ec2.amazonaws.com'],
    });
  });

  it('I27 knows service-linked roles by their path', () => {
    expect(isServiceLinkedRole('/aws-service-role/rds.amazonaws.com/')).toBe(true);
    expect(isServiceLinkedRole('/service-role/')).toBe(false);
  });

  it('lists named accounts, which are not everyone', () => {
    const named = trust({
      Principal: { AWS: [`arn:aws:iam::${ACCOUNT}:root`, '444455556666', 'AROAEXAMPLE'] },
    });
    expect(named).toMatchObject({ open: false, accounts: [ACCOUNT, '444455556666'] });
  });

  it('does not take SAML providers or the issuer of one cluster for everyone', () => {
    const saml = { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` };
    expect(trust({ Principal: saml, Action: 'sts:AssumeRoleWithSAML' }).open).toBe(false);
    expect(federated('oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF').open).toBe(false);
  });

  it('I29 GitHub with an audience and no subject is open', () => {
    expect(federated(GITHUB, { StringEquals: audience })).toMatchObject({
      open: true,
      statements: [
        {
          reason:
            'statement 1 lets every customer of GitHub Actions assume the role; no condition pins the claim sub to one of them',
        },
      ],
    });
    expect(federated(GITHUB).open).toBe(true);
  });

  it.each([
    '*',
    'repo:*',
    'repo:*/app:ref:refs/heads/main',
    'repo:acme*',
    'repo:acm?/app:*',
    'repo:${aws:username}/x',
    ['repo:acme/app:*', '*'],
    'environment:production',
    '',
  ])('I29 GitHub with the subject %j is open', (value) => {
    expect(subject(value).open).toBe(true);
  });

  it.each([
    'repo:acme/*',
    'repo:acme/app:ref:refs/heads/main',
    ['repo:acme/app:*', 'repo:other/app:*'],
    'repo:acme@12/app@34:ref:*',
    'repository_owner_id:1234:*',
  ])('I29 GitHub with the subject %j is not open', (value) => {
    expect(subject(value).open).toBe(false);
  });

  it.each(['ForAllValues:StringLike', 'StringLikeIfExists', 'StringNotLike', 'Null'])(
    'I29 a subject under %s pins nobody',
    (operator) => {
      expect(subject(operator === 'Null' ? 'false' : 'repo:acme/*', operator).open).toBe(true);
    },
  );

  it('I29 does not take the subject of another issuer for one of GitHub', () => {
    expect(
      federated(GITHUB, { StringEquals: { 'gitlab.com:sub': 'repo:acme/app:ref:refs/heads/main' } })
        .open,
    ).toBe(true);
  });

  it.each([
    ['gitlab.com', 'sub', 'project_path:acme/app:ref_type:branch:ref:main', 'project_path:*'],
    ['app.terraform.io', 'sub', 'organization:acme:project:*', 'organization:*:project:prod'],
    ['agent.buildkite.com', 'sub', 'organization:acme:pipeline:*', 'organization:acme*'],
    ['api.pulumi.com/oidc', 'aud', 'acme', '*'],
    ['oidc.vercel.com', 'aud', 'https://vercel.com/acme', 'https://vercel.com/*'],
  ])('treats %s, shared by its customers, alike', (issuer, claim, pinned, open) => {
    const reading = (value: string) =>
      federated(issuer, { StringLike: { [`${issuer}:${claim}`]: value } }).open;
    expect(reading(pinned)).toBe(false);
    expect(reading(open)).toBe(true);
    expect(federated(issuer).open).toBe(true);
  });

  it('needs the identity pool for Cognito, which IAM knows by name', () => {
    const cognito = (Condition: object) =>
      trust({
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition,
      }).open;
    expect(
      cognito({ StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:1234' } }),
    ).toBe(false);
    expect(
      cognito({
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
      }),
    ).toBe(true);
  });

  it('ignores statements that hand out no role', () => {
    expect(trust({ Principal: '*', Action: 'sts:TagSession' }).open).toBe(false);
  });
});
