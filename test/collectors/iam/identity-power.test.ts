import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  poweredIdentities,
  type PoweredIdentity,
} from '../../../src/collectors/iam/identity-power.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(IAMClient);
const { read } = startReading();
const arn = (rest: string) => `arn:aws:iam::111122223333:${rest}`;
const document = (Action: string) =>
  encodeURIComponent(JSON.stringify({ Statement: { Effect: 'Allow', Action, Resource: '*' } }));
const inline = (PolicyName: string, Action: string) => ({
  PolicyName,
  PolicyDocument: document(Action),
});
const attached = (name: string) => ({ PolicyArn: arn(`policy/${name}`), PolicyName: name });
const policy = (name: string, Action: string) => ({
  Arn: arn(`policy/${name}`),
  PolicyName: name,
  Path: '/',
  DefaultVersionId: 'v1',
  AttachmentCount: 1,
  PermissionsBoundaryUsageCount: 0,
  PolicyVersionList: [{ VersionId: 'v1', Document: document(Action) }],
});
const team = {
  Arn: arn('group/staff/team'),
  GroupName: 'team',
  GroupPolicyList: [inline('run', 'ec2:RunInstances')],
  AttachedManagedPolicies: [attached('shared')],
};
const ann = {
  Arn: arn('user/ann'),
  UserName: 'ann',
  UserPolicyList: [inline('own', 's3:GetObject')],
  AttachedManagedPolicies: [attached('direct')],
  GroupList: ['team'],
};
const app = {
  Arn: arn('role/app'),
  RoleName: 'app',
  Path: '/',
  AssumeRolePolicyDocument: document('sts:AssumeRole'),
  RolePolicyList: [],
  AttachedManagedPolicies: [],
  InstanceProfileList: [],
  PermissionsBoundary: { PermissionsBoundaryArn: arn('policy/bound') },
};
const filtered = (
  ...Filter: ('User' | 'Group' | 'Role' | 'LocalManagedPolicy' | 'AWSManagedPolicy')[]
) => client.on(GetAccountAuthorizationDetailsCommand, { Filter });
const policies = () => filtered('LocalManagedPolicy', 'AWSManagedPolicy');

beforeEach(() => {
  client.reset();
  filtered('User').resolves(answer({ UserDetailList: [ann] }));
  filtered('Group').resolves(answer({ GroupDetailList: [team] }));
  filtered('Role').resolves(answer({ RoleDetailList: [app] }));
  policies().resolves(
    answer({
      Policies: [policy('direct', 'sqs:*'), policy('shared', 'sns:*'), policy('bound', 's3:*')],
    }),
  );
});

async function gathered(): Promise<Record<string, PoweredIdentity>> {
  const { value } = await gatherFrom(poweredIdentities);
  return Object.fromEntries(value.items.map((item) => [item.name, item]));
}

async function identity(name: string): Promise<PoweredIdentity> {
  const one = (await gathered())[name];
  if (!one) throw new Error(`${name} was not listed`);
  return one;
}

const namesOf = ({ held }: PoweredIdentity) =>
  held.flatMap((part) => read(part).map(({ name }) => name));

describe('what an identity holds', () => {
  it('is written into it, attached to it, or that of its groups', async () => {
    const user = await identity('ann');
    expect(namesOf(user)).toEqual([
      'inline policy own',
      'policy direct',
      'inline policy run of group team',
      'policy shared of group team',
    ]);
    expect(read(user.who)).toMatchObject({
      kind: 'user',
      groups: [arn('group/staff/team')],
      policies: [arn('policy/direct'), arn('policy/shared')],
    });
    expect(read(user.boundary)).toBeNull();
  });

  it('is of a group its own', async () => {
    const group = await identity('team');
    expect(namesOf(group)).toEqual(['inline policy run', 'policy shared']);
    expect(read(group.who)).toMatchObject({ kind: 'group', groups: [arn('group/staff/team')] });
  });

  it('is bounded by the policy that its boundary names', async () => {
    const role = await identity('app');
    expect(read(role.boundary)?.statements[0]?.actions.patterns[0]?.text).toBe('s3:*');
    expect(read(role.who).kind).toBe('role');
  });
});

describe('what could not be read', () => {
  it('of the groups leaves the rest known', async () => {
    filtered('Group').rejects(fault('AccessDenied'));
    const { held, who } = await identity('ann');
    expect(held.map((part) => Observed.open(part).known)).toEqual([true, true, false]);
    expect(Observed.open(who)).toMatchObject({ causes: [{ reason: 'denied' }] });
  });

  it('of the managed policies leaves what is written into it', async () => {
    policies().rejects(fault('AccessDenied'));
    const user = await identity('ann');
    expect(user.held.map((part) => Observed.open(part).known)).toEqual([true, false, false]);
    expect(Observed.open((await identity('app')).boundary)).toMatchObject({ known: false });
  });

  it('is a policy that IAM names and does not list', async () => {
    policies().resolves(answer({ Policies: [policy('shared', 'sns:*')] }));
    const [, lent] = (await identity('ann')).held;
    expect(lent && Observed.open(lent)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});
