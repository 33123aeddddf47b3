import { DescribeInstancesCommand, EC2Client, type Instance } from '@aws-sdk/client-ec2';
import { GetInstanceProfileCommand, IAMClient } from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { instanceProfileRoles } from '../../../src/collectors/ec2/instance-profiles.ts';
import { instances } from '../../../src/collectors/ec2/instances.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const ec2 = mockClient(EC2Client);
const iam = mockClient(IAMClient);

afterEach(() => {
  ec2.reset();
  iam.reset();
});

const instance = (InstanceId: string, fields: Partial<Instance> = {}): Instance => ({
  InstanceId,
  State: { Name: 'running' },
  MetadataOptions: {
    State: 'applied',
    HttpTokens: 'optional',
    HttpEndpoint: 'enabled',
    HttpPutResponseHopLimit: 1,
  },
  ...fields,
});

function instancesAre(...Instances: readonly Instance[]) {
  ec2
    .on(DescribeInstancesCommand)
    .resolves(answer({ Reservations: [{ Instances: [...Instances] }] }));
}

const profile = (name: string) => ({
  IamInstanceProfile: { Arn: `arn:aws:iam::111122223333:instance-profile/app/${name}` },
});

describe('instances', () => {
  it('skips what is on its way out, and keeps what is stopped', async () => {
    instancesAre(
      instance('i-1', { State: { Name: 'terminated' } }),
      instance('i-2', { State: { Name: 'shutting-down' } }),
      instance('i-3', { State: { Name: 'stopped' } }),
    );
    const { value } = await gatherFrom(instances);
    expect(value.items.map(({ instanceId }) => instanceId)).toEqual(['i-3']);
  });

  it('leaves instances that a service operates to it', async () => {
    instancesAre(instance('i-1', { Operator: { Managed: true, Principal: 'eks.amazonaws.com' } }));
    const { value } = await gatherFrom(instances);
    expect(value.items.map(({ managed }) => managed?.by)).toEqual(['aws']);
  });

  it('takes missing metadata options for unreadable', async () => {
    const { MetadataOptions: _, ...rest } = instance('i-1');
    instancesAre(rest);
    const { value } = await gatherFrom(instances);
    expect(value.items.map(({ metadata }) => Observed.open(metadata).known)).toEqual([false]);
  });
});

describe('instanceProfileRoles', () => {
  it('asks once for a profile that instances of several Regions have', async () => {
    instancesAre(instance('i-1', profile('web')), instance('i-2', profile('web')), instance('i-3'));
    iam.on(GetInstanceProfileCommand, { InstanceProfileName: 'web' }).resolves(
      answer({
        InstanceProfile: {
          Path: '/',
          InstanceProfileName: 'web',
          InstanceProfileId: 'AIPA1',
          Arn: profile('web').IamInstanceProfile.Arn,
          CreateDate: new Date(0),
          Roles: [],
        },
      }),
    );
    const { value } = await gatherFrom(instanceProfileRoles, {
      regions: ['eu-west-1', 'us-east-1'],
    });
    expect(iam.commandCalls(GetInstanceProfileCommand)).toHaveLength(1);
    const roles = value.of({ arn: profile('web').IamInstanceProfile.Arn });
    expect(Observed.open(roles)).toMatchObject({ value: [] });
  });

  it('tells a profile that is gone from one that may not be read', async () => {
    instancesAre(instance('i-1', profile('gone')), instance('i-2', profile('secret')));
    iam
      .on(GetInstanceProfileCommand, { InstanceProfileName: 'gone' })
      .rejects(fault('NoSuchEntityException'))
      .on(GetInstanceProfileCommand, { InstanceProfileName: 'secret' })
      .rejects(fault('AccessDenied'));
    const { value } = await gatherFrom(instanceProfileRoles);
    const rolesOf = (name: string) =>
      Observed.open(value.of({ arn: profile(name).IamInstanceProfile.Arn }));
    expect(rolesOf('gone')).toMatchObject({ known: true, value: 'deleted' });
    expect(rolesOf('secret')).toMatchObject({ known: false, causes: [{ reason: 'denied' }] });
  });
});
