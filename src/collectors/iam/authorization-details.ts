/**
 * Users, groups, roles and managed policies with all that is attached to them, from one operation: it stands in for
 * the calls that would otherwise be due for every user, group, role and policy. Each kind is a list of its own, with
 * the filter of its kind, so that a check of roles does not read the users.
 */
import type { UserDetail } from '@aws-sdk/client-iam';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Members } from '../../aws/reads.ts';
import { Observed } from '../../observe/observed.ts';
import { policyIn, type Policy } from '../../policy/document.ts';
import { isServiceLinkedRole } from '../../policy/trust.ts';
import { GetAccountAuthorizationDetails } from './operations.ts';

/** The largest page that IAM grants (IAM API reference, "GetAccountAuthorizationDetails"). */
const MaxItems = 1000;

/** A managed policy as it is attached to somebody. */
export interface AttachedPolicy {
  readonly arn: string;
  readonly name: string;
}

/** A policy that is written into its user, group or role. */
export interface InlinePolicy {
  readonly name: string;
  readonly document: Observed<Policy>;
}

/** Somebody to whom policies can be attached. */
export interface Identity extends Resource {
  readonly type: 'AWS::IAM::User' | 'AWS::IAM::Group' | 'AWS::IAM::Role';
  /** Without the permissions boundary, which grants nothing. */
  readonly attached: Observed<readonly AttachedPolicy[]>;
  readonly inline: Observed<readonly InlinePolicy[]>;
  /** The names of the groups that a user is in; roles and groups are in none. */
  readonly groups: Observed<readonly string[]>;
  /** The ARN of the policy that bounds what the others grant; null where there is none. */
  readonly boundary: Observed<string | null>;
  /** By key; left out where the answer does not tell, as of groups, which have none. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface IamRole extends Identity {
  /** Who can take the role. */
  readonly trust: Observed<Policy>;
  /** ARNs of the instance profiles that it lies in. */
  readonly profiles: Observed<readonly string[]>;
}

export interface ManagedPolicy extends Resource {
  /** Who writes the document. Attaching it is the customer's either way. */
  readonly author: 'aws' | 'customer';
  /** The default version, which is the one in force. */
  readonly document: Observed<Policy>;
  /** How many users, groups and roles hold it for its permissions. */
  readonly attachments: Observed<number>;
  /** How many users and roles have it as their permissions boundary. */
  readonly boundaryUses: Observed<number>;
}

export const iamUsersWithPolicies = defineCollector({
  id: 'iam.users-with-policies',
  service: 'iam',
  scope: 'global',
  calls: [GetAccountAuthorizationDetails],
  gather: (aws) =>
    aws.list(
      GetAccountAuthorizationDetails,
      { Filter: ['User'], MaxItems },
      'UserDetailList',
      (user, members): Identity => ({
        arn: members.must(user, 'Arn'),
        type: 'AWS::IAM::User',
        name: members.must(user, 'UserName'),
        region: 'global',
        attached: attachedTo(user, members),
        // IAM leaves the list out for a user without inline policies: the example of its API reference.
        inline: members.observe(() => inlineIn(user.UserPolicyList ?? [], members)),
        groups: members.field(user, 'GroupList'),
        boundary: boundaryOf(user, members),
        ...tagsIn(user, members),
      }),
    ),
});

export const iamGroupsWithPolicies = defineCollector({
  id: 'iam.groups-with-policies',
  service: 'iam',
  scope: 'global',
  calls: [GetAccountAuthorizationDetails],
  gather: (aws) =>
    aws.list(
      GetAccountAuthorizationDetails,
      { Filter: ['Group'], MaxItems },
      'GroupDetailList',
      (group, members): Identity => ({
        arn: members.must(group, 'Arn'),
        type: 'AWS::IAM::Group',
        name: members.must(group, 'GroupName'),
        region: 'global',
        attached: attachedTo(group, members),
        inline: members.observe(() => inlineIn(members.must(group, 'GroupPolicyList'), members)),
        groups: Observed.known([]),
        boundary: Observed.known(null),
      }),
    ),
});

export const iamRoles = defineCollector({
  id: 'iam.roles',
  service: 'iam',
  scope: 'global',
  calls: [GetAccountAuthorizationDetails],
  gather: (aws) =>
    aws.list(
      GetAccountAuthorizationDetails,
      { Filter: ['Role'], MaxItems },
      'RoleDetailList',
      (role, members): IamRole => ({
        arn: members.must(role, 'Arn'),
        type: 'AWS::IAM::Role',
        name: members.must(role, 'RoleName'),
        region: 'global',
        ...(isServiceLinkedRole(members.must(role, 'Path')) ? { managed: serviceLinkedRole } : {}),
        attached: attachedTo(role, members),
        inline: members.observe(() => inlineIn(members.must(role, 'RolePolicyList'), members)),
        groups: Observed.known([]),
        boundary: boundaryOf(role, members),
        ...tagsIn(role, members),
        trust: members.observe(() =>
          policyIn(members.must(role, 'AssumeRolePolicyDocument'), members),
        ),
        profiles: members.observe(() =>
          members.must(role, 'InstanceProfileList').map((each) => members.must(each, 'Arn')),
        ),
      }),
    ),
});

/** The customer's managed policies, and those of AWS that are attached to somebody of the account. */
export const managedPolicies = defineCollector({
  id: 'iam.managed-policies',
  service: 'iam',
  scope: 'global',
  calls: [GetAccountAuthorizationDetails],
  gather: (aws) =>
    aws.list(
      GetAccountAuthorizationDetails,
      { Filter: ['LocalManagedPolicy', 'AWSManagedPolicy'], MaxItems },
      'Policies',
      (policy, members): readonly ManagedPolicy[] => {
        const arn = members.must(policy, 'Arn');
        // The account field of AWS's own policies reads "aws": IAM user guide, "IAM identifiers".
        const author = arn.split(':')[4] === 'aws' ? 'aws' : 'customer';
        const isHeld = members.must(policy, 'AttachmentCount') > 0;
        // Those that bound somebody are wanted for that.
        if (author === 'aws' && !isHeld && !policy.PermissionsBoundaryUsageCount) return [];
        const serviceLinked = isServiceLinkedRole(members.must(policy, 'Path'));
        return [
          {
            arn,
            type: 'AWS::IAM::ManagedPolicy',
            // The ARN ends in the name, after the path: IAM user guide, "IAM identifiers".
            name: arn.slice(arn.lastIndexOf('/') + 1),
            region: 'global',
            ...(author === 'aws' && serviceLinked ? { managed: serviceLinkedPolicy } : {}),
            author,
            document: members.observe(() => {
              const inForce = members.must(policy, 'DefaultVersionId');
              const versions = members.must(policy, 'PolicyVersionList');
              const version = versions.find(({ VersionId }) => VersionId === inForce);
              if (!version) return members.unusable('the answer lacks the default version');
              return policyIn(members.must(version, 'Document'), members);
            }),
            attachments: members.field(policy, 'AttachmentCount'),
            boundaryUses: members.field(policy, 'PermissionsBoundaryUsageCount'),
          },
        ];
      },
    ),
});

const serviceLinkedRole = {
  by: 'aws',
  reason: 'an AWS service made this service-linked role and owns its policies',
} as const;

const serviceLinkedPolicy = {
  by: 'aws',
  reason: 'AWS attaches this policy to its own service-linked roles, and nobody else can',
} as const;

type SomeDetail = {
  readonly AttachedManagedPolicies?:
    | readonly {
        readonly PolicyArn?: string | undefined;
        readonly PolicyName?: string | undefined;
      }[]
    | undefined;
};

function attachedTo(
  identity: SomeDetail,
  { must, observe }: Members,
): Observed<readonly AttachedPolicy[]> {
  return observe(() =>
    must(identity, 'AttachedManagedPolicies').map((policy) => ({
      arn: must(policy, 'PolicyArn'),
      name: must(policy, 'PolicyName'),
    })),
  );
}

type SomeBounded = {
  readonly PermissionsBoundary?:
    | { readonly PermissionsBoundaryArn?: string | undefined }
    | undefined;
};

/** IAM leaves it out where there is none: IAM API reference, "UserDetail" and "RoleDetail". */
function boundaryOf(
  { PermissionsBoundary }: SomeBounded,
  { must, observe }: Members,
): Observed<string | null> {
  return observe(() =>
    PermissionsBoundary ? must(PermissionsBoundary, 'PermissionsBoundaryArn') : null,
  );
}

type SomeInline = {
  readonly PolicyName?: string | undefined;
  readonly PolicyDocument?: string | undefined;
};

function inlineIn(list: readonly SomeInline[], members: Members): readonly InlinePolicy[] {
  return list.map((policy) => ({
    name: members.must(policy, 'PolicyName'),
    document: members.observe(() => policyIn(members.must(policy, 'PolicyDocument'), members)),
  }));
}

/** What most have: one for all of them. */
const noTags: NonNullable<Identity['tags']> = {};

function tagsIn({ Tags }: Pick<UserDetail, 'Tags'>, members: Members): Pick<Identity, 'tags'> {
  if (Tags === undefined) return {};
  if (Tags.length === 0) return { tags: noTags };
  const tags = Tags.map((tag) => [members.must(tag, 'Key'), members.must(tag, 'Value')] as const);
  return { tags: Object.fromEntries(tags) };
}
