import { DescribeInstancesCommand, EC2Client, type Instance } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { instances } from '../../../src/collectors/ec2/instances.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const ec2 = mockClient(EC2Client);

afterEach(() => {
  ec2.reset();
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

  it('knows replication servers of Elastic Disaster Recovery by both of their tags', async () => {
    const managed = { Key: 'AWSElasticDisasterRecoveryManaged', Value: 'drs.amazonaws.com' };
    const name = { Key: 'Name', Value: 'AWS Elastic Disaster Recovery Replication Server' };
    const recovered = { Key: 'Name', Value: 'orders' };
    instancesAre(
      instance('i-1', { Tags: [managed, name] }),
      instance('i-2', { Tags: [managed, recovered] }),
      instance('i-3', { Tags: [name] }),
      instance('i-4'),
    );
    const { value } = await gatherFrom(instances);
    const told = value.items.map(({ isReplicationServer }) => Observed.open(isReplicationServer));
    expect(told).toMatchObject([true, false, false, false].map((each) => ({ value: each })));
  });
});
