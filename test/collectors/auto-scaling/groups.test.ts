import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { groups } from '../../../src/collectors/auto-scaling/groups.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(AutoScalingClient);

beforeEach(() => {
  client.reset();
});

it.each([
  ['{ "LaunchTemplate": { "LaunchTemplateName": "web" } }', { value: 'launch template' }],
  ['{ "MixedInstancesPolicy": {} }', { value: 'launch template' }],
  ['{ "LaunchConfigurationName": "web" }', { value: 'launch configuration' }],
  ['{}', { causes: [{ reason: 'failed' }] }],
])('%s tells what a group starts from', async (rest, state) => {
  const group = {
    AutoScalingGroupARN: 'arn:aws:autoscaling:eu-west-1:1:x',
    AutoScalingGroupName: 'x',
  };
  client
    .on(DescribeAutoScalingGroupsCommand)
    .resolves(answer({ AutoScalingGroups: [{ ...group, ...JSON.parse(rest) }] }));
  const { value } = await gatherFrom(groups);
  const [first] = value.items;
  if (!first) throw new Error('no group was listed');
  expect(Observed.open(first.startsFrom)).toMatchObject(state);
});

it('is a gap where the list may not be read', async () => {
  client.on(DescribeAutoScalingGroupsCommand).rejects(fault('AccessDenied'));
  const { value } = await gatherFrom(groups);
  expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
});
