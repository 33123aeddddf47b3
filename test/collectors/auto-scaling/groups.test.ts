import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { groups, type Group } from '../../../src/collectors/auto-scaling/groups.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(AutoScalingClient);

beforeEach(() => {
  client.reset();
});

const named = {
  AutoScalingGroupARN: 'arn:aws:autoscaling:eu-west-1:1:x',
  AutoScalingGroupName: 'x',
};

async function groupOf(members: string): Promise<Group> {
  client
    .on(DescribeAutoScalingGroupsCommand)
    .resolves(answer({ AutoScalingGroups: [{ ...named, ...JSON.parse(members) }] }));
  const { value } = await gatherFrom(groups);
  const [first] = value.items;
  if (!first) throw new Error('no group was listed');
  return first;
}

const failed = { causes: [{ reason: 'failed' }] };

it.each([
  ['{ "LaunchTemplate": { "LaunchTemplateName": "web" } }', { value: 'launch template' }],
  ['{ "MixedInstancesPolicy": {} }', { value: 'launch template' }],
  ['{ "LaunchConfigurationName": "web" }', { value: 'launch configuration' }],
  ['{}', failed],
])('%s tells what a group starts from', async (members, state) => {
  expect(Observed.open((await groupOf(members)).startsFrom)).toMatchObject(state);
});

it.each([
  ['{ "Tags": [] }', { value: null }],
  [
    '{ "Tags": [{ "Key": "elasticbeanstalk:environment-name", "Value": "live" }] }',
    { value: 'live' },
  ],
  ['{ "Tags": [{ "Key": "elasticbeanstalk:environment-name" }] }', failed],
  ['{}', failed],
])('%s tells its environment', async (members, state) => {
  expect(Observed.open((await groupOf(members)).environment)).toMatchObject(state);
});

it.each([
  ['{ "AvailabilityZones": ["eu-west-1a", "eu-west-1b"] }', { value: 2 }],
  ['{}', failed],
])('%s tells its zones', async (members, state) => {
  expect(Observed.open((await groupOf(members)).zones)).toMatchObject(state);
});

const mixed = (overrides: string) =>
  `{ "MixedInstancesPolicy": { "LaunchTemplate": { "Overrides": ${overrides} } } }`;

it.each([
  ['{ "LaunchTemplate": {} }', { value: 1 }],
  ['{ "LaunchConfigurationName": "web" }', { value: 1 }],
  [mixed('[]'), { value: 1 }],
  [mixed('[{ "InstanceType": "m7g.large" }, { "InstanceType": "m7g.large" }]'), { value: 1 }],
  [mixed('[{ "InstanceType": "m7g.large" }, { "InstanceType": "m6g.large" }]'), { value: 2 }],
  [mixed('[{ "InstanceRequirements": {} }]'), { value: 'by attributes' }],
  [mixed('[{}]'), failed],
  ['{ "MixedInstancesPolicy": { "LaunchTemplate": {} } }', failed],
  ['{ "MixedInstancesPolicy": {} }', failed],
  ['{}', failed],
])('%s tells its instance types', async (members, state) => {
  expect(Observed.open((await groupOf(members)).instanceTypes)).toMatchObject(state);
});

const fronts = (names: string, targets: string, sources: string) =>
  `{ "LoadBalancerNames": [${names}], "TargetGroupARNs": [${targets}], "TrafficSources": [${sources}] }`;

it.each([
  [fronts('', '', ''), { value: false }],
  [fronts('"classic"', '', ''), { value: true }],
  [fronts('', '"arn:aws:elasticloadbalancing:x"', ''), { value: true }],
  [fronts('', '', '{ "Identifier": "x", "Type": "elbv2" }'), { value: true }],
  [fronts('', '', '{ "Identifier": "x", "Type": "vpc-lattice" }'), { value: false }],
  [fronts('', '', '{ "Identifier": "x" }'), failed],
  ['{ "LoadBalancerNames": [], "TargetGroupARNs": [] }', failed],
  ['{}', failed],
])('%s tells whether a load balancer is there', async (members, state) => {
  expect(Observed.open((await groupOf(members)).isBehindLoadBalancer)).toMatchObject(state);
});

it.each([
  ['{ "HealthCheckType": "EC2" }', { value: ['EC2'] }],
  ['{ "HealthCheckType": "EBS,ELB" }', { value: ['EBS', 'ELB'] }],
  ['{}', failed],
])('%s tells its health checks', async (members, state) => {
  expect(Observed.open((await groupOf(members)).healthChecks)).toMatchObject(state);
});

it('is managed by AWS where it has an operator', async () => {
  const operator = await groupOf('{ "Operator": { "Principal": "eks.amazonaws.com" } }');
  expect(operator.managed).toMatchObject({ by: 'aws', reason: expect.stringContaining('eks') });
  expect((await groupOf('{}')).managed).toBeUndefined();
});

it('asks for every page, without instances', async () => {
  const page = (id: string, rest: string) =>
    answer(
      JSON.parse(
        `{ "AutoScalingGroups": [{ "AutoScalingGroupARN": "arn:${id}", "AutoScalingGroupName": "${id}" }] ${rest} }`,
      ),
    );
  client
    .on(DescribeAutoScalingGroupsCommand)
    .resolvesOnce(page('x', ', "NextToken": "more"'))
    .resolvesOnce(page('y', ''));
  const { value } = await gatherFrom(groups);
  expect(value.items.map(({ name }) => name)).toEqual(['x', 'y']);
  const [first, second] = client.commandCalls(DescribeAutoScalingGroupsCommand);
  expect(first?.args[0].input.IncludeInstances).toBe(false);
  expect(second?.args[0].input.NextToken).toBe('more');
});

it('is a gap where the list may not be read', async () => {
  client.on(DescribeAutoScalingGroupsCommand).rejects(fault('AccessDenied'));
  const { value } = await gatherFrom(groups);
  expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
});
