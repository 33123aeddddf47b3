/** Groups, roles and managed policies, and who holds which. */
import type {
  AttachedPolicy,
  GroupDetail,
  ManagedPolicyDetail,
  RoleDetail,
  UserDetail,
} from '@aws-sdk/client-iam';
import { accountId, daysBefore, iamId, numbered, oneOf, percent } from './identity.ts';
import { personAt } from './iam-people.ts';
import type { Account } from './question.ts';

/** Policies of AWS that the account has attached to somebody, with the gist of what they allow. */
export const awsPolicies = [
  ['AdministratorAccess', ['*']],
  ['ReadOnlyAccess', ['s3:Get*', 's3:List*', 'ec2:Describe*']],
  ['SecurityAudit', ['iam:List*', 'iam:Get*', 'ec2:Describe*']],
  ['AWSSupportAccess', ['support:*']],
  ['AmazonSSMManagedInstanceCore', ['ssm:UpdateInstanceInformation', 'ssmmessages:*']],
] as const;

const made = (now: Date) => daysBefore(now, 700);

export function policyArn(name: string): string {
  const isOfAws = awsPolicies.some(([known]) => known === name);
  return `arn:aws:iam::${isOfAws ? 'aws' : accountId}:policy/${name}`;
}

function attached(...names: readonly string[]): AttachedPolicy[] {
  return names.map((PolicyName) => ({ PolicyName, PolicyArn: policyArn(PolicyName) }));
}

/** IAM sends documents URL-encoded: IAM API reference, "GetAccountAuthorizationDetails". */
function encoded(statement: object): string {
  const document = { Version: '2012-10-17', Statement: [statement] };
  return encodeURIComponent(JSON.stringify(document));
}

const allow = (Action: readonly string[], Resource = '*') => ({
  Effect: 'Allow',
  Action,
  Resource,
});

export function userDetail(account: Account, index: number): UserDetail {
  const { name, arn, id, madeAt, policies, groups } = personAt(account, index);
  return {
    UserName: name,
    UserId: id,
    Arn: arn,
    Path: '/',
    CreateDate: madeAt,
    GroupList: [...groups],
    AttachedManagedPolicies: attached(...policies.attached),
    ...(policies.inline.length > 0
      ? {
          UserPolicyList: policies.inline.map((PolicyName) => ({
            PolicyName,
            PolicyDocument: encoded(allow(['s3:GetObject'])),
          })),
        }
      : {}),
  };
}

export function groupDetail({ now, size }: Account, index: number): GroupDetail {
  const GroupName = numbered('group', index);
  const own = numbered('policy', index % size.counts.policies);
  return {
    GroupName,
    GroupId: iamId('AGPA', index),
    Arn: `arn:aws:iam::${accountId}:group/${GroupName}`,
    Path: '/',
    CreateDate: made(now),
    GroupPolicyList: [],
    AttachedManagedPolicies: attached(own, ...(index === 0 ? ['AdministratorAccess'] : [])),
  };
}

/** Instances share so many instance profiles; each holds the role of its number. */
export const instanceProfiles = 8;

export function roleDetail({ now, size }: Account, index: number): RoleDetail {
  const isServiceLinked = percent('linked', 'role', index) < 10;
  const RoleName = numbered(isServiceLinked ? 'AWSServiceRoleFor' : 'role', index);
  const Path = isServiceLinked ? '/aws-service-role/config.amazonaws.com/' : '/';
  const own = numbered('policy', index % size.counts.policies);
  const service = index % 3 === 0 ? ['AmazonSSMManagedInstanceCore'] : [];
  const support = index === 1 ? ['AWSSupportAccess'] : [];
  return {
    RoleName,
    RoleId: iamId('AROA', index),
    Arn: `arn:aws:iam::${accountId}:role${Path}${RoleName}`,
    Path,
    CreateDate: made(now),
    AssumeRolePolicyDocument: encoded(trustOf(index, isServiceLinked)),
    InstanceProfileList:
      index < instanceProfiles
        ? [
            {
              InstanceProfileName: numbered('profile', index),
              InstanceProfileId: iamId('AIPA', index),
              Arn: `arn:aws:iam::${accountId}:instance-profile/${numbered('profile', index)}`,
              Path: '/',
              CreateDate: made(now),
              Roles: [],
            },
          ]
        : [],
    RolePolicyList: [],
    AttachedManagedPolicies: attached(own, ...service, ...support),
    Tags: [],
  };
}

/** Most roles are for services; some for other accounts or pipelines, and one in a hundred for anybody. */
function trustOf(index: number, isServiceLinked: boolean): object {
  const assume = { Effect: 'Allow', Action: 'sts:AssumeRole' };
  if (isServiceLinked) return { ...assume, Principal: { Service: 'config.amazonaws.com' } };
  const share = percent('trust', 'role', index);
  if (share < 1) return { ...assume, Principal: { AWS: '*' } };
  if (share < 15) return { ...assume, Principal: { AWS: `arn:aws:iam::${accountId}:root` } };
  if (share < 22) {
    const Condition = { StringEquals: { 'sts:ExternalId': numbered('vendor', index) } };
    return { ...assume, Principal: { AWS: 'arn:aws:iam::210987654321:root' }, Condition };
  }
  if (share < 30) {
    const provider = 'token.actions.githubusercontent.com';
    return {
      Effect: 'Allow',
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${provider}` },
      Condition: {
        StringEquals: { [`${provider}:aud`]: 'sts.amazonaws.com' },
        StringLike: { [`${provider}:sub`]: `repo:example/${numbered('app', index)}:*` },
      },
    };
  }
  const service = oneOf(['ec2', 'lambda', 'ecs-tasks', 'states'], 'service', index);
  return { ...assume, Principal: { Service: `${service}.amazonaws.com` } };
}

export function localPolicy({ now }: Account, index: number): ManagedPolicyDetail {
  const isAdmin = percent('admin', 'policy', index) < 3;
  const service = oneOf(['s3', 'dynamodb', 'sqs', 'logs', 'ec2'], 'grants', index);
  const actions = isAdmin ? ['*'] : [`${service}:Get*`, `${service}:List*`, `${service}:Describe*`];
  return policyDetail(numbered('policy', index), iamId('ANPA', index), actions, made(now));
}

export function awsPolicy({ now }: Account, index: number): ManagedPolicyDetail {
  const [name, actions] = awsPolicies[index] ?? awsPolicies[0];
  return policyDetail(name, iamId('ANPB', index), actions, made(now));
}

function policyDetail(
  PolicyName: string,
  PolicyId: string,
  actions: readonly string[],
  CreateDate: Date,
): ManagedPolicyDetail {
  return {
    PolicyName,
    PolicyId,
    Arn: policyArn(PolicyName),
    Path: '/',
    AttachmentCount: 1,
    PermissionsBoundaryUsageCount: 0,
    DefaultVersionId: 'v1',
    IsAttachable: true,
    CreateDate,
    UpdateDate: CreateDate,
    PolicyVersionList: [
      { VersionId: 'v1', IsDefaultVersion: true, CreateDate, Document: encoded(allow(actions)) },
    ],
  };
}
