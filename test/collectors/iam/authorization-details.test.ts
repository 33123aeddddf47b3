import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import {
  iamRoles,
  iamUsersWithPolicies,
  managedPolicies,
} from '../../../src/collectors/iam/authorization-details.ts';
import { identitiesWithInlinePolicies } from '../../../src/collectors/iam/inline-policies.ts';
import { policyHolders } from '../../../src/collectors/iam/policy-holders.ts';
import { startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(IAMClient);
const { read } = startReading();

const attach = (name: string) => ({
  PolicyArn: `arn:aws:iam::aws:policy/${name}`,
  PolicyName: name,
});
const user = (name: string, ...attached: readonly string[]) => ({
  Arn: `arn:aws:iam::111122223333:user/${name}`,
  UserName: name,
  AttachedManagedPolicies: attached.map(attach),
});
const role = (Path: string, name: string, trust: object) => ({
  Arn: `arn:aws:iam::111122223333:role${Path}${name}`,
  RoleName: name,
  Path,
  AttachedManagedPolicies: [],
  InstanceProfileList: [
    {
      Arn: `arn:aws:iam::111122223333:instance-profile/${name}`,
      InstanceProfileName: name,
      InstanceProfileId: `AIPA${name}`,
      Path: '/',
      CreateDate: new Date(0),
      Roles: [],
    },
  ],
  AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
});
const policy = (arn: string, fields: object = {}) => ({
  Arn: arn,
  Path: '/',
  AttachmentCount: 1,
  DefaultVersionId: 'v2',
  PolicyVersionList: [version('v1', 'iam:*'), version('v2', 's3:*')],
  ...fields,
});
const version = (VersionId: string, Action: string) => ({
  VersionId,
  Document: encodeURIComponent(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action, Resource: '*' },
    }),
  ),
});

const ec2 = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
};

beforeEach(() => {
  client.reset();
});

it('follows the pages of one kind and asks for no other', async () => {
  client
    .on(GetAccountAuthorizationDetailsCommand, { Filter: ['User'] })
    .resolves(
      answer({ IsTruncated: true, Marker: 'm', UserDetailList: [user('ann', 'ReadOnlyAccess')] }),
    )
    .on(GetAccountAuthorizationDetailsCommand, { Filter: ['User'], Marker: 'm' })
    .resolves(answer({ IsTruncated: false, UserDetailList: [user('bob')] }));

  const { value } = await gatherFrom(iamUsersWithPolicies);

  const users = read.list(value);
  expect(users.map(({ name }) => name)).toEqual(['ann', 'bob']);
  expect(users.map(({ attached }) => read(attached).length)).toEqual([1, 0]);
  expect(users.map(({ inline }) => read(inline))).toEqual([[], []]);
  expect(client.calls()).toHaveLength(2);
});

it('keeps the users of the pages before one that is throttled', async () => {
  client
    .on(GetAccountAuthorizationDetailsCommand)
    .resolvesOnce(answer({ Marker: 'm', UserDetailList: [user('ann')] }))
    .rejects(fault('Throttling'));

  const { value } = await gatherFrom(iamUsersWithPolicies);

  expect(value.items).toHaveLength(1);
  expect(value.gaps).toMatchObject([{ reason: 'throttled' }]);
});

it('names the action that is missing', async () => {
  client.on(GetAccountAuthorizationDetailsCommand).rejects(fault('AccessDenied'));

  const { value } = await gatherFrom(iamRoles);

  expect(value.gaps).toMatchObject([
    { reason: 'denied', detail: expect.stringContaining('iam:GetAccountAuthorizationDetails') },
  ]);
});

it('I27 leaves service-linked roles to AWS, and no other role', async () => {
  client.on(GetAccountAuthorizationDetailsCommand).resolves(
    answer({
      RoleDetailList: [
        role('/aws-service-role/support.amazonaws.com/', 'AWSServiceRoleForSupport', ec2),
        role('/service-role/', 'lambda-basic', ec2),
      ],
    }),
  );

  const { value } = await gatherFrom(iamRoles);

  expect(value.items.map(({ managed }) => managed?.by)).toEqual(['aws', undefined]);
});

it('decodes trust policies, and cannot tell where one makes no sense', async () => {
  client.on(GetAccountAuthorizationDetailsCommand).resolves(
    answer({
      RoleDetailList: [
        role('/', 'good', ec2),
        role('/', 'odd', { Statement: { Effect: 'Maybe' } }),
      ],
    }),
  );

  const { value } = await gatherFrom(iamRoles);

  const [good, odd] = value.items;
  if (!good || !odd) throw new Error('a role is missing');
  expect(read(good.trust).statements).toHaveLength(1);
  expect(read(good.profiles)).toEqual(['arn:aws:iam::111122223333:instance-profile/good']);
  expect(() => read(odd.trust)).toThrow('Effect');
});

it('I30 keeps the policies of AWS that are attached, and reads the version in force', async () => {
  client.on(GetAccountAuthorizationDetailsCommand).resolves(
    answer({
      Policies: [
        policy('arn:aws:iam::111122223333:policy/own', { AttachmentCount: 0 }),
        policy('arn:aws:iam::aws:policy/AdministratorAccess'),
        policy('arn:aws:iam::aws:policy/ReadOnlyAccess', { AttachmentCount: 0 }),
        policy('arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy', {
          Path: '/aws-service-role/',
        }),
      ],
    }),
  );

  const { value } = await gatherFrom(managedPolicies);

  const policies = read.list(value);
  expect(policies.map(({ name, author, managed }) => [name, author, managed?.by])).toEqual([
    ['own', 'customer', undefined],
    ['AdministratorAccess', 'aws', undefined],
    ['AWSSupportServiceRolePolicy', 'aws', 'aws'],
  ]);
  const [own] = policies;
  expect(own && read(own.document).statements[0]?.actions.patterns[0]?.text).toBe('s3:*');
});

it('I28 keeps a policy of AWS that bounds somebody, and tells how often each does', async () => {
  client.on(GetAccountAuthorizationDetailsCommand).resolves(
    answer({
      Policies: [
        policy('arn:aws:iam::aws:policy/PowerUserAccess', {
          AttachmentCount: 0,
          PermissionsBoundaryUsageCount: 2,
        }),
        policy('arn:aws:iam::111122223333:policy/own'),
      ],
    }),
  );

  const { value } = await gatherFrom(managedPolicies);

  const [bound, own] = read.list(value);
  expect(bound && [read(bound.attachments), read(bound.boundaryUses)]).toEqual([0, 2]);
  expect(own && read(own.attachments)).toBe(1);
  expect(() => own && read(own.boundaryUses)).toThrow('PermissionsBoundaryUsageCount');
});

it('tells the groups of a user, and the boundary where there is one', async () => {
  const boundary = 'arn:aws:iam::111122223333:policy/bound';
  client.on(GetAccountAuthorizationDetailsCommand).resolves(
    answer({
      UserDetailList: [
        { ...user('ann'), GroupList: ['team'], PermissionsBoundary: {} },
        {
          ...user('bob'),
          GroupList: [],
          PermissionsBoundary: { PermissionsBoundaryArn: boundary },
        },
        { ...user('eve'), GroupList: undefined },
      ],
    }),
  );

  const { value } = await gatherFrom(iamUsersWithPolicies);

  const [ann, bob, eve] = read.list(value);
  if (!ann || !bob || !eve) throw new Error('a user is missing');
  expect([read(ann.groups), read(bob.groups)]).toEqual([['team'], []]);
  expect(() => read(eve.groups)).toThrow('GroupList');
  expect(read(bob.boundary)).toBe(boundary);
  expect(read(eve.boundary)).toBeNull();
  expect(() => read(ann.boundary)).toThrow('PermissionsBoundaryArn');
});

it('cannot tell what a policy says whose version in force is missing', async () => {
  client.on(GetAccountAuthorizationDetailsCommand).resolves(
    answer({
      Policies: [policy('arn:aws:iam::111122223333:policy/own', { PolicyVersionList: [] })],
    }),
  );

  const { value } = await gatherFrom(managedPolicies);

  const [own] = value.items;
  expect(() => own && read(own.document)).toThrow('default version');
});

it('turns attachments into holders, and leaves permissions boundaries out', async () => {
  const boundary = { ...attach('AdministratorAccess'), PermissionsBoundaryType: 'Policy' };
  client
    .on(GetAccountAuthorizationDetailsCommand, { Filter: ['User'] })
    .resolves(answer({ UserDetailList: [user('ann', 'AdministratorAccess')] }))
    .on(GetAccountAuthorizationDetailsCommand, { Filter: ['Group'] })
    .resolves(answer({ GroupDetailList: [] }))
    .on(GetAccountAuthorizationDetailsCommand, { Filter: ['Role'] })
    .resolves(
      answer({
        RoleDetailList: [
          {
            ...role('/', 'bounded', ec2),
            PermissionsBoundary: { PermissionsBoundaryArn: boundary.PolicyArn },
          },
          { ...role('/', 'unread', ec2), AttachedManagedPolicies: undefined },
        ],
      }),
    );

  const { value } = await gatherFrom(policyHolders);

  const held = value.of('arn:aws:iam::aws:policy/AdministratorAccess');
  expect(held.items).toMatchObject([{ kind: 'user', name: 'ann' }]);
  expect(held.gaps).toMatchObject([{ detail: 'the answer lacks AttachedManagedPolicies' }]);
});

it('F28 finds whoever has inline policies, users, groups and roles, and those whose policies are not to be read', async () => {
  const inline = { PolicyName: 'all', PolicyDocument: version('v1', '*').Document };
  const group = (name: string, fields: object) => ({
    Arn: `arn:aws:iam::111122223333:group/${name}`,
    GroupName: name,
    AttachedManagedPolicies: [],
    ...fields,
  });
  client
    .on(GetAccountAuthorizationDetailsCommand, { Filter: ['User'] })
    .resolves(
      answer({ UserDetailList: [user('ann'), { ...user('bob'), UserPolicyList: [inline] }] }),
    )
    .on(GetAccountAuthorizationDetailsCommand, { Filter: ['Group'] })
    .resolves(
      answer({
        GroupDetailList: [
          group('plain', { GroupPolicyList: [] }),
          group('odd', {}),
          group('ops', { GroupPolicyList: [{ ...inline, PolicyDocument: '{' }] }),
        ],
      }),
    )
    .on(GetAccountAuthorizationDetailsCommand, { Filter: ['Role'] })
    .resolves(
      answer({ RoleDetailList: [{ ...role('/', 'deploy', ec2), RolePolicyList: [inline] }] }),
    );

  const { value } = await gatherFrom(identitiesWithInlinePolicies);

  expect(value.items.map(({ name }) => name)).toEqual(['bob', 'odd', 'ops', 'deploy']);
  const [bob, odd, ops] = value.items;
  const [known] = bob ? read(bob.inline) : [];
  expect(known && read(known.document).statements).toMatchObject([{ effect: 'Allow' }]);
  expect(() => odd && read(odd.inline)).toThrow('GroupPolicyList');
  const [unread] = ops ? read(ops.inline) : [];
  expect(() => unread && read(unread.document)).toThrow('not valid JSON');
});
