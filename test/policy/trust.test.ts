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

  it.each(['StringNotLike', 'Null'])('I29 a subject under %s pins nobody', (operator) => {
    expect(subject(operator === 'Null' ? 'false' : 'repo:acme/*', operator).open).toBe(true);
  });

  it.each(['ForAllValues:StringLike', 'StringLikeIfExists', 'ForAllValues:StringLikeIfExists'])(
    'F35 a subject under %s pins its tenant, for every token has a subject',
    (operator) => {
      expect(subject('repo:acme/*', operator).open).toBe(false);
      expect(subject('repo:*', operator).open).toBe(true);
    },
  );

  it('F35 a claim that some tokens lack pins nobody under them, unless it is demanded', () => {
    const enterprise = { [`${GITHUB}:enterprise`]: 'acme' };
    const demanded = { Null: { [`${GITHUB}:enterprise`]: 'false' } };
    const under = (operator: string, more: object = {}) =>
      federated(GITHUB, { [operator]: enterprise, ...more }).open;
    expect(under('StringEquals')).toBe(false);
    expect(under('StringEqualsIfExists')).toBe(true);
    expect(under('ForAllValues:StringEquals')).toBe(true);
    expect(under('StringEqualsIfExists', demanded)).toBe(false);
  });

  it.each([
    'repo:acme@*/site@*:ref:refs/heads/main',
    'repo:acme@1234/*',
    'repo:acme@*',
    'repo:acme@12*/site@34:environment:prod',
    'environment:prod:repo:acme@*',
    'repository_owner:acme@*',
  ])('F32 GitHub with the subject %j, whose owner is fixed, is not open', (value) => {
    expect(subject(value).open).toBe(false);
  });

  it.each([
    'repo:acme*@1234/site@*:ref:*',
    'repo:*@1234/site@5678:ref:*',
    'repo:@*',
    'repo:ac?e@*',
  ])('F32 GitHub with the subject %j, whose owner is not fixed, is open', (value) => {
    expect(subject(value).open).toBe(true);
  });

  it('F34 an asterisk that is compared literally lets nobody in', () => {
    expect(subject('repo:*', 'StringEquals').open).toBe(false);
    expect(subject('repo:acme/*', 'StringEquals').open).toBe(false);
    expect(subject('repo:*', 'ForAnyValue:StringEqualsIgnoreCase').open).toBe(false);
    expect(
      federated('gitlab.com', { StringEquals: { 'gitlab.com:sub': 'project_path:*' } }).open,
    ).toBe(false);
    // Whoever names an environment of a repository may write any letter into its subject.
    expect(subject('environment:*', 'StringEquals').open).toBe(true);
  });

  it.each([
    'oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb',
    'oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu',
    'rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7',
    'login.microsoftonline.com/common/v2.0',
    'login.microsoftonline.com/Organizations/v2.0/',
    'login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    'sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/',
  ])('F33 %s is shared by many: its audience is no customer, its subject is', (issuer) => {
    const pinned = (claim: string) =>
      federated(issuer, { StringEquals: { [`${issuer}:${claim}`]: 'some-application' } }).open;
    expect(pinned('aud')).toBe(true);
    expect(pinned('sub')).toBe(false);
    expect(federated(issuer).open).toBe(true);
  });

  it.each([
    'oidc.op1.openshiftapps.com/2qmndl99t97bvu7f3jqd7i48hsloabcd',
    'login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0',
    'sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/',
    'oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF',
  ])('F33 %s is the issuer of one cluster or tenant', (issuer) => {
    expect(federated(issuer).open).toBe(false);
  });

  it.each([
    'cognito-identity-us-gov.amazonaws.com',
    'cognito-identity.cn-north-1.amazonaws.com.cn',
    'appleid.apple.com',
  ])('F33 %s, built in or of the whole world, needs its audience', (issuer) => {
    const pinned = { StringEquals: { [`${issuer}:aud`]: 'eu-west-1:1234' } };
    expect(federated(issuer, pinned).open).toBe(false);
    expect(federated(issuer).open).toBe(true);
  });

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

  // [issuer, its name, the claim that tells its customers apart, one of them, all of them]
  const SHARED: readonly [string, string, string, string, string][] = [
    [GITHUB, 'GitHub Actions', 'sub', 'repo:acme/app:*', 'repo:*'],
    [GITHUB, 'GitHub Actions', 'sub', 'job:x:repository:acme/*', 'job:x:repository:*/x'],
    [GITHUB, 'GitHub Actions', 'sub', 'x:repository_id:12:*', 'x:repository_id:12*'],
    [GITHUB, 'GitHub Actions', 'sub', 'repository_owner:acme:*', 'repository_owner:acme*'],
    [GITHUB, 'GitHub Actions', 'sub', 'repository_owner_id:12', 'xrepository_owner_id:12'],
    [GITHUB, 'GitHub Actions', 'sub', 'enterprise:acme:x', 'enterprise:'],
    [GITHUB, 'GitHub Actions', 'sub', 'enterprise_id:12', 'environment:production'],
    [GITHUB, 'GitHub Actions', 'repository', 'acme/*', 'acme*'],
    [GITHUB, 'GitHub Actions', 'repository', 'acme/app', '*/app'],
    [GITHUB, 'GitHub Actions', 'repository_id', '12', '12*'],
    [GITHUB, 'GitHub Actions', 'repository_owner', 'acme', 'acm?'],
    [GITHUB, 'GitHub Actions', 'repository_owner_id', '12', '*'],
    [GITHUB, 'GitHub Actions', 'enterprise', 'acme', '*'],
    [GITHUB, 'GitHub Actions', 'enterprise_id', '12', '*'],
    ['vstoken.actions.githubusercontent.com', 'GitHub', 'sub', 'repo:acme/app:x', 'x'],
    [
      'oidc-configuration.audit-log.githubusercontent.com',
      'GitHub audit log streaming',
      'sub',
      'https://github.com/acme',
      'https://github.com/*',
    ],
    ['gitlab.com', 'GitLab.com', 'sub', 'project_path:acme/*', 'project_path:*/app'],
    ['app.terraform.io', 'HCP Terraform', 'sub', 'organization:acme:*', 'organization:acme*'],
    ['agent.buildkite.com', 'Buildkite', 'sub', 'organization:acme:*', 'organization:*:x'],
    ['oidc.codefresh.io', 'Codefresh', 'sub', 'account:12:*', 'account:12*'],
    ['oidc.codefresh.io', 'Codefresh', 'sub', 'account:12/*', '*:12:x'],
    ['studio.datachain.ai/api', 'DVC Studio', 'sub', 'credentials:acme/x', 'credentials:*'],
    ['scalr.io', 'Scalr', 'sub', 'account:acme:*', 'account:*'],
    ['tokens.cloud.shisho.dev', 'Shisho Cloud', 'sub', 'job:acme:*', 'job:*'],
    ['proidc.upbound.io', 'Upbound', 'sub', 'mcp:acme/x:*', 'mcp:*'],
    ['oidc.vercel.com', 'Vercel', 'aud', 'https://vercel.com/acme', 'https://vercel.com/*'],
    ['oidc.vercel.com', 'Vercel', 'sub', 'owner:acme:*', 'owner:acme*'],
    ['api.pulumi.com/oidc', 'Pulumi Cloud', 'aud', 'acme', 'a*'],
    ['sandboxes.cloud', 'sandboxes.cloud', 'aud', 'acme', '*'],
    ['rh-oidc.s3.us-east-1.amazonaws.com/22ejn', 'IBM Turbonomic', 'sub', 'acme', '*'],
    [
      'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d',
      'Microsoft Sentinel',
      'sts:RoleSessionName',
      'MicrosoftSentinel_12',
      'MicrosoftSentinel_*',
    ],
    ['cognito-identity.amazonaws.com', 'Amazon Cognito identity pools', 'aud', 'eu:12', 'eu:*'],
    ['accounts.google.com', 'Google', 'aud', '12', '*'],
    ['accounts.google.com', 'Google', 'oaud', '12', '*'],
    ['accounts.google.com', 'Google', 'sub', '12', '*'],
    ['www.amazon.com', 'Login with Amazon', 'app_id', '12', '*'],
    ['graph.facebook.com', 'Facebook', 'app_id', '12', '*'],
    ['oidc.circleci.com', 'CircleCI', 'sub', 'org/12/*', 'org/12*'],
  ];

  it.each(SHARED)(
    'knows %s (%s), of which %s %j is one customer and %j is not',
    (issuer, name, claim, one, many) => {
      const key = claim.includes(':') ? claim : `${issuer}:${claim}`;
      const pinnedTo = (value: unknown, operator = 'StringLike') =>
        federated(issuer, { [operator]: { [key]: value } });
      expect(pinnedTo(one)).toMatchObject({
        open: false,
        notes: [`statement 1 trusts a named tenant of ${name}`],
      });
      expect(pinnedTo(one, 'StringEquals').open).toBe(false);
      expect(pinnedTo(one, 'StringEqualsIgnoreCase').open).toBe(false);
      expect(pinnedTo(one, 'ForAnyValue:StringLike').open).toBe(false);
      expect(pinnedTo(many).statements[0]?.reason).toMatch(
        `statement 1 lets every customer of ${name} assume the role; no condition pins the claim `,
      );
      expect(pinnedTo([one, many]).open).toBe(true);
      expect(pinnedTo([]).open).toBe(true);
      expect(pinnedTo('').open).toBe(true);
      expect(pinnedTo('${aws:username}').open).toBe(true);
      expect(pinnedTo(one, 'ArnLike').open).toBe(true);
      // F35: but for claims that some tokens lack.
      const isOptional = ['enterprise', 'enterprise_id', 'oaud'].includes(claim);
      expect(pinnedTo(one, 'StringLikeIfExists').open).toBe(isOptional);
      expect(pinnedTo(many, 'StringLikeIfExists').open).toBe(true);
    },
  );

  it.each([
    'oidc.eks.eu-west-1.amazonaws.com/id/ABC',
    'xgitlab.com',
    'gitlab.com.example.com',
    'gitlab.com/x',
    'rh-oidc.s3.us-east-1.amazonaws.com',
    'sts.windows.net/44e01921-4d64-4f8c-a055-5bdaffd5e33d',
    'oidc.circleci.com/org/12',
  ])('takes %s for the issuer of one customer', (issuer) => {
    expect(federated(issuer)).toMatchObject({
      open: false,
      notes: [`statement 1 trusts the issuer ${issuer}`],
    });
  });

  it.each([
    'https://gitlab.com',
    'HTTPS://GitLab.com/',
    'gitlab.com///',
    `arn:aws:iam::${ACCOUNT}:oidc-provider/gitlab.com`,
    `arn:aws:iam::${ACCOUNT}:oidc-provider/GITLAB.com/`,
  ])('knows an issuer that is written %s', (Federated) => {
    const gitlab = (Condition: object) =>
      trust({ Principal: { Federated }, Action: 'sts:AssumeRoleWithWebIdentity', Condition });
    expect(gitlab({}).open).toBe(true);
    expect(gitlab({ StringLike: { 'GITLAB.com:Sub': 'project_path:acme/*' } }).open).toBe(false);
  });

  it('reads each principal of a statement, and counts limits of all', () => {
    const many = (Condition: object, ...Federated: string[]) =>
      trust({ Principal: { Federated }, Action: 'sts:*', Condition });
    const saml = `arn:aws:iam::${ACCOUNT}:saml-provider/corp`;
    const pinned = { StringEquals: { 'gitlab.com:sub': 'project_path:acme/app' } };
    expect(
      many(pinned, saml, 'gitlab.com', 'a.example.com', 'scalr.io', 'sandboxes.cloud'),
    ).toEqual({
      open: true,
      statements: [
        {
          index: 1,
          sid: undefined,
          reason:
            'statement 1 lets every customer of Scalr assume the role; no condition pins the claim sub to one of them',
        },
      ],
      accounts: [],
      services: [],
      notes: [
        'statement 1 trusts a named tenant of GitLab.com',
        'statement 1 trusts the issuer a.example.com',
        'statement 1 is limited by ',
      ],
    });
    expect(many({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, 'gitlab.com')).toMatchObject({
      open: false,
      notes: ['statement 1 is limited by aws:sourcevpc'],
    });
  });

  it('takes accounts and services beside an issuer for no issuers', () => {
    const Principal = { AWS: ACCOUNT, Service: 'ec2.amazonaws.com', Federated: 'a.example.com' };
    expect(trust({ Principal, Action: 'sts:*' }).notes).toEqual([
      'statement 1 trusts the issuer a.example.com',
    ]);
  });

  it('ignores issuers where the action is not theirs', () => {
    const principal = { Principal: { Federated: 'gitlab.com' } };
    expect(trust({ ...principal, Action: 'sts:AssumeRole' })).toMatchObject({
      open: false,
      notes: [],
    });
    expect(trust({ ...principal, Action: 'sts:AssumeRoleWithSAML' }).open).toBe(false);
    expect(trust({ ...principal, Action: 'sts:AssumeRoleWith*' }).open).toBe(true);
    expect(trust({ ...principal, Action: undefined, NotAction: 'iam:*' }).open).toBe(true);
  });

  it('says what limits everyone, what does not, and what lacks a principal', () => {
    const everyone = (Condition: object) => trust({ Principal: '*', Sid: 'All', Condition });
    expect(everyone({ StringEquals: { 'sts:ExternalId': 'x', 'aws:SourceVpc': 'vpc-1' } })).toEqual(
      {
        open: false,
        statements: [],
        accounts: [],
        services: [],
        notes: ['statement 1 (Sid All) is limited by sts:externalid, aws:sourcevpc'],
      },
    );
    expect(everyone({ Bool: { 'aws:SecureTransport': 'true' } }).statements).toEqual([
      {
        index: 1,
        sid: 'All',
        reason:
          'statement 1 (Sid All) lets everyone assume the role; aws:securetransport does not say who calls or from where',
      },
    ]);
    expect(trust({})).toMatchObject({ open: false, notes: ['statement 1 names no principal'] });
  });

  it('lists accounts and services once, sorted, of all that hand out the role', () => {
    const reading = readTrust(
      policyOf(
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: {
            AWS: ['777788889999', ACCOUNT, `arn:aws:iam::${ACCOUNT}:user/a`],
            Service: ['s3.amazonaws.com', 'ec2.amazonaws.com'],
          },
        },
        {
          Effect: 'Allow',
          Action: 'sts:*',
          Principal: { AWS: '444455556666', Service: 'ec2.amazonaws.com' },
        },
        { Effect: 'Allow', Action: 'sts:TagSession', Principal: { AWS: '222233334444' } },
        { Effect: 'Allow', Action: 'sts:AssumeRole', NotPrincipal: { AWS: '333344445555' } },
        { Effect: 'Deny', Action: 'sts:AssumeRole', Principal: { AWS: '555566667777' } },
      ),
    );
    expect(reading.accounts).toEqual([ACCOUNT, '444455556666', '777788889999']);
    expect(reading.services).toEqual(['ec2.amazonaws.com', 's3.amazonaws.com']);
  });

  it('lets a Deny take back what it covers', () => {
    const allow = { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' };
    const after = (deny: object) =>
      readTrust(policyOf(allow, { Effect: 'Deny', Principal: '*', Action: 'sts:*', ...deny })).open;
    expect(after({})).toBe(false);
    expect(after({ Action: 'sts:AssumeRoleWithSAML' })).toBe(true);
    expect(after({ Action: undefined, NotAction: 'sts:TagSession' })).toBe(false);
    expect(after({ Principal: { AWS: ACCOUNT } })).toBe(true);
    const stranger = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
    expect(after({ Condition: stranger })).toBe(false);
    expect(after({ Condition: { StringNotEquals: { 'sts:ExternalId': 'x' } } })).toBe(false);
    expect(after({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })).toBe(true);
  });
});
