import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
  UploadServerCertificateCommand,
} from '@aws-sdk/client-iam';
import { EXPIRED_CERTIFICATE, VALID_CERTIFICATE } from './certificates.ts';
import { ACCOUNT_ID, US, tags } from '../../site.ts';
import type { Planted, Site } from '../../site.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const GITHUB_ARN = `arn:aws:iam::${ACCOUNT_ID}:oidc-provider/${GITHUB}`;

/** What no workload may go beyond. */
const BOUNDARY = `arn:aws:iam::${ACCOUNT_ID}:policy/workload-bounds`;

interface RolePlan {
  readonly name: string;
  readonly principal: unknown;
  readonly action?: string;
  readonly condition?: unknown;
  readonly trust: Planted['outcome'];
  readonly policies?: readonly string[];
  /** The statement of an inline policy, and what comes of it. */
  readonly inline?: object;
  readonly expect?: Readonly<Record<string, Planted['outcome']>>;
  /** Whether the policy of all workloads bounds it. */
  readonly bounded?: true;
}

const ROLES: readonly RolePlan[] = [
  {
    name: 'github-deploy-freight-api',
    principal: { Federated: GITHUB_ARN },
    action: 'sts:AssumeRoleWithWebIdentity',
    condition: {
      StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' },
      StringLike: { [`${GITHUB}:sub`]: 'repo:northwind-harbour/freight-api:ref:refs/heads/main' },
    },
    trust: 'pass',
    // Meant for one function; with these it runs code under any role of the account.
    inline: {
      Effect: 'Allow',
      Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
      Resource: '*',
    },
    expect: { 'iam-policy-no-privilege-escalation': 'fail' },
  },
  {
    // Any repository on GitHub may assume it: the audience is the same for all of them.
    name: 'github-deploy-tariff-site',
    principal: { Federated: GITHUB_ARN },
    action: 'sts:AssumeRoleWithWebIdentity',
    condition: { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } },
    trust: 'fail',
  },
  { name: 'legacy-carrier-integration', principal: { AWS: '*' }, trust: 'fail' },
  {
    name: 'customs-broker-access',
    principal: { AWS: '*' },
    condition: { StringEquals: { 'sts:ExternalId': 'nwh-7f3a91' } },
    trust: 'pass',
  },
  {
    name: 'group-audit-read',
    principal: { AWS: 'arn:aws:iam::210987654321:root' },
    condition: { StringEquals: { 'sts:ExternalId': 'nwh-audit' } },
    trust: 'pass',
    policies: ['SecurityAudit'],
  },
  {
    name: 'organisation-tools',
    principal: '*',
    condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-nwh1234567' } },
    trust: 'fail',
  },
  {
    name: 'support-cases',
    principal: { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` },
    trust: 'pass',
    policies: ['AWSSupportAccess'],
  },
  {
    name: 'freight-api-instance',
    principal: { Service: 'ec2.amazonaws.com' },
    trust: 'pass',
    bounded: true,
    expect: { 'iam-policy-no-privilege-escalation': 'pass' },
  },
  {
    name: 'nightly-rates',
    principal: { Service: 'lambda.amazonaws.com' },
    trust: 'pass',
    // Written in when something did not work one night.
    inline: { Effect: 'Allow', Action: '*', Resource: '*' },
    expect: {
      'iam-inline-policy-no-full-admin': 'fail',
      'iam-inline-policy-kms-decrypt-limited': 'fail',
    },
  },
];

async function plantRole(site: Site, plan: RolePlan): Promise<void> {
  const { name, principal, action = 'sts:AssumeRole', condition, trust } = plan;
  const statement = { Effect: 'Allow', Principal: principal, Action: action, Condition: condition };
  await site.client(IAMClient, US, 500).send(
    new CreateRoleCommand({
      RoleName: name,
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
      ...(plan.bounded ? { PermissionsBoundary: BOUNDARY } : {}),
      Tags: tags({ CostCentre: 'NWH-410' }),
    }),
  );
  for (const policy of plan.policies ?? []) {
    const PolicyArn = `arn:aws:iam::aws:policy/${policy}`;
    await site
      .client(IAMClient, US)
      .send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn }));
  }
  if (plan.inline) {
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [plan.inline] });
    const policy = { RoleName: name, PolicyName: 'run', PolicyDocument };
    await site.client(IAMClient, US).send(new PutRolePolicyCommand(policy));
  }
  const arn = `arn:aws:iam::${ACCOUNT_ID}:role/${name}`;
  for (const [check, outcome] of Object.entries(plan.expect ?? {})) {
    site.expect(check, arn, outcome);
  }
  site.expect('iam-role-trust-not-public', arn, trust);
}

async function plantCertificate(site: Site, name: string, body: string): Promise<void> {
  const certificate = {
    ServerCertificateName: name,
    CertificateBody: body,
    PrivateKey: 'not kept',
  };
  await site.client(IAMClient, US, 400).send(new UploadServerCertificateCommand(certificate));
}

/** Name of the instance profile that EC2 instances of the sample company use. */
export const INSTANCE_PROFILE = 'freight-api-instance';

/** Roles, identity providers and server certificates. */
export async function plantIamRoles(site: Site): Promise<void> {
  const iam = site.client(IAMClient, US, 600);
  await iam.send(
    new CreateOpenIDConnectProviderCommand({
      Url: `https://${GITHUB}`,
      ClientIDList: ['sts.amazonaws.com'],
      ThumbprintList: ['6938fd4d98bab03faadb97b34396831e3780aea1'],
    }),
  );
  for (const service of ['rds', 'config']) {
    const AWSServiceName = `${service}.amazonaws.com`;
    await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName }));
  }
  const bounds = { Effect: 'Allow', Action: ['s3:*', 'sqs:*', 'logs:*'], Resource: '*' };
  await iam.send(
    new CreatePolicyCommand({
      PolicyName: 'workload-bounds',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [bounds] }),
    }),
  );
  for (const plan of ROLES) await plantRole(site, plan);
  const profile = { InstanceProfileName: INSTANCE_PROFILE };
  await iam.send(new CreateInstanceProfileCommand(profile));
  await iam.send(new AddRoleToInstanceProfileCommand({ ...profile, RoleName: INSTANCE_PROFILE }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'emptied-profile' }));
  await plantCertificate(site, 'tracking-2021', EXPIRED_CERTIFICATE);
  await plantCertificate(site, 'portal', VALID_CERTIFICATE);
  const prefix = `arn:aws:iam::${ACCOUNT_ID}:`;
  site.expect('iam-support-role', `${prefix}root`, 'pass');
  const certificates = `${prefix}server-certificate/`;
  site.expect('iam-server-certificates-not-expired', `${certificates}tracking-2021`, 'fail');
  site.expect('iam-server-certificates-not-expired', `${certificates}portal`, 'pass');
}
