/**
 * What IAM tells user by user, role by role and policy by policy: scanners that do not take it from
 * GetAccountAuthorizationDetails ask so.
 */
import type {
  GetGroupResponse,
  GetLoginProfileResponse,
  GetPolicyVersionResponse,
  GetRoleResponse,
  ListAttachedGroupPoliciesResponse,
  ListAttachedRolePoliciesResponse,
  ListAttachedUserPoliciesResponse,
  ListEntitiesForPolicyResponse,
  ListGroupPoliciesResponse,
  ListGroupsForUserResponse,
  ListGroupsResponse,
  ListMFADevicesResponse,
  ListPoliciesResponse,
  ListRolePoliciesResponse,
  ListRolesResponse,
  ListUserPoliciesResponse,
  PolicyDetail,
  Role,
} from '@aws-sdk/client-iam';
import { accountId, daysBefore, lastNumber, numbered } from './identity.ts';
import { iamPages, turned, userOf } from './iam.ts';
import { personAt, personNamed } from './iam-people.ts';
import type { Person } from './iam-people.ts';
import {
  awsPolicies,
  awsPolicy,
  groupDetail,
  localPolicy,
  policyArn,
  roleDetail,
} from './iam-policies.ts';
import { pageOf, refuse } from './question.ts';
import type { Answerers, Question, Refusal } from './question.ts';

const whole = { IsTruncated: false } as const;

export const iamListAnswers = {
  ListRoles: (question): ListRolesResponse => {
    const page = pageOf(question, iamPages, question.size.counts.roles, (index) =>
      roleAt(question, index),
    );
    return { Roles: page.items, ...turned(page.next) };
  },
  GetRole: (question): GetRoleResponse | Refusal => {
    const index = lastNumber(question.text('RoleName'));
    return index === undefined ? refuse('NoSuchEntity', 404) : { Role: roleAt(question, index) };
  },
  ListGroups: (question): ListGroupsResponse => {
    const page = pageOf(question, iamPages, question.size.counts.groups, (index) =>
      groupAt(question, index),
    );
    return { Groups: page.items, ...turned(page.next) };
  },
  GetGroup: (question): GetGroupResponse => {
    const index = lastNumber(question.text('GroupName')) ?? 0;
    const { users, groups } = question.size.counts;
    const members = Array.from({ length: users }, (_, at) => at)
      .filter((at) => at % groups === index)
      .map((at) => personAt(question, at))
      .filter((person) => person.groups.length > 0);
    return { Group: groupAt(question, index), Users: members.map(userOf), ...whole };
  },
  ListPolicies: (question): ListPoliciesResponse => {
    const { policies } = question.size.counts;
    const isOfAws = question.text('Scope') === 'AWS';
    const page = pageOf(question, iamPages, isOfAws ? awsPolicies.length : policies, (index) => {
      const detail = isOfAws ? awsPolicy(question, index) : localPolicy(question, index);
      const { PolicyVersionList: _versions, ...policy } = detail;
      return policy;
    });
    return { Policies: page.items, ...turned(page.next) };
  },
  GetPolicyVersion: (question): GetPolicyVersionResponse => {
    const arn = question.text('PolicyArn') ?? '';
    const ofAws = awsPolicies.findIndex(([name]) => policyArn(name) === arn);
    const policy =
      ofAws < 0 ? localPolicy(question, lastNumber(arn) ?? 0) : awsPolicy(question, ofAws);
    return { PolicyVersion: policy.PolicyVersionList?.[0] };
  },
  ListEntitiesForPolicy: (question): ListEntitiesForPolicyResponse => {
    const arn = question.text('PolicyArn');
    const roles = Array.from({ length: question.size.counts.roles }, (_, index) =>
      roleDetail(question, index),
    ).filter(({ AttachedManagedPolicies }) =>
      AttachedManagedPolicies?.some(({ PolicyArn }) => PolicyArn === arn),
    );
    const PolicyRoles = roles.map(({ RoleName, RoleId }) => ({ RoleName, RoleId }));
    return { PolicyRoles, PolicyGroups: [], PolicyUsers: [], ...whole };
  },
  ListAttachedRolePolicies: (question): ListAttachedRolePoliciesResponse => {
    const role = roleDetail(question, lastNumber(question.text('RoleName')) ?? 0);
    return { AttachedPolicies: role.AttachedManagedPolicies ?? [], ...whole };
  },
  ListRolePolicies: (): ListRolePoliciesResponse => ({ PolicyNames: [], ...whole }),
  ListAttachedGroupPolicies: (question): ListAttachedGroupPoliciesResponse => {
    const group = groupDetail(question, lastNumber(question.text('GroupName')) ?? 0);
    return { AttachedPolicies: group.AttachedManagedPolicies ?? [], ...whole };
  },
  ListGroupPolicies: (): ListGroupPoliciesResponse => ({ PolicyNames: [], ...whole }),
  ListAttachedUserPolicies: ofPerson<ListAttachedUserPoliciesResponse>(({ policies }) => ({
    AttachedPolicies: policies.attached.map((PolicyName) => ({
      PolicyName,
      PolicyArn: policyArn(PolicyName),
    })),
    ...whole,
  })),
  ListUserPolicies: ofPerson<ListUserPoliciesResponse>(({ policies }) => ({
    PolicyNames: [...policies.inline],
    ...whole,
  })),
  GetUserPolicy: (question): PolicyDetail & { UserName: string | undefined } => ({
    UserName: question.text('UserName'),
    PolicyName: question.text('PolicyName'),
    PolicyDocument: encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [] })),
  }),
  ListGroupsForUser: ofPerson<ListGroupsForUserResponse>((person, question) => ({
    Groups: person.groups.map((name) => groupAt(question, lastNumber(name) ?? 0)),
    ...whole,
  })),
  ListMFADevices: ofPerson<ListMFADevicesResponse>(({ name, hasMfa }, { now }) => ({
    MFADevices: hasMfa
      ? [
          {
            UserName: name,
            SerialNumber: `arn:aws:iam::${accountId}:mfa/${name}`,
            EnableDate: daysBefore(now, 300),
          },
        ]
      : [],
    ...whole,
  })),
  GetLoginProfile: ofPerson<GetLoginProfileResponse>(({ name, password }) =>
    password
      ? { LoginProfile: { UserName: name, CreateDate: password.setAt } }
      : refuse('NoSuchEntity', 404),
  ),
} satisfies Answerers;

function ofPerson<T extends object>(answer: (person: Person, question: Question) => T | Refusal) {
  return (question: Question): T | Refusal => {
    const person = personNamed(question, question.text('UserName'));
    return person ? answer(person, question) : refuse('NoSuchEntity', 404);
  };
}

/** Every role has these members; a detail only may have them. */
function roleAt(question: Question, index: number): Role {
  const { Path, RoleName, RoleId, Arn, CreateDate, AssumeRolePolicyDocument } = roleDetail(
    question,
    index,
  );
  return { Path, RoleName, RoleId, Arn, CreateDate, AssumeRolePolicyDocument };
}

function groupAt(question: Question, index: number) {
  const { GroupName, GroupId, Arn, Path, CreateDate } = groupDetail(question, index);
  return { GroupName: GroupName ?? numbered('group', index), GroupId, Arn, Path, CreateDate };
}
