import {
  DescribeInstancesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVolumesCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateAccount } from '../../bench/account/account.ts';
import { regions } from '../../bench/account/regions.ts';
import { startGate } from '../../emulator/gate.ts';
import type { Gate } from '../../emulator/gate.ts';

let gate: Gate;
beforeAll(async () => {
  gate = await startGate({ upstream: generateAccount('145', new Date('2026-06-01')).answer });
});
afterAll(() => gate.close());

/** What the resources of a Region name, beside what is there. */
async function idsIn(region: string) {
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' };
  const ec2 = new EC2Client({ region, endpoint: gate.endpoint, credentials });
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand());
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand());
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand());
  const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand());
  const { NetworkInterfaces = [] } = await ec2.send(new DescribeNetworkInterfacesCommand());
  const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand());
  const instances = Reservations.flatMap(({ Instances }) => Instances ?? []);
  const there = [
    ...Vpcs.map(({ VpcId }) => VpcId),
    ...Subnets.map(({ SubnetId }) => SubnetId),
    ...SecurityGroups.map(({ GroupId }) => GroupId),
    ...Volumes.map(({ VolumeId }) => VolumeId),
    ...instances.map(({ InstanceId }) => InstanceId),
  ];
  const named = [
    ...[...Subnets, ...SecurityGroups, ...NetworkInterfaces, ...instances].map(
      ({ VpcId }) => VpcId,
    ),
    ...[...NetworkInterfaces, ...instances].map(({ SubnetId }) => SubnetId),
    ...instances.flatMap((each) => each.SecurityGroups?.map(({ GroupId }) => GroupId)),
    ...NetworkInterfaces.flatMap(({ Groups }) => Groups?.map(({ GroupId }) => GroupId)),
    ...instances.flatMap(({ BlockDeviceMappings }) =>
      BlockDeviceMappings?.map(({ Ebs }) => Ebs?.VolumeId),
    ),
    ...Volumes.flatMap(({ Attachments }) => Attachments?.map(({ InstanceId }) => InstanceId)),
    ...NetworkInterfaces.flatMap(({ Attachment }) => Attachment?.InstanceId ?? []),
  ];
  return { there: new Set(there), named: new Set(named) };
}

it('names no resource that is not there, in any Region', async () => {
  const places = await Promise.all(regions.map(idsIn));
  for (const { there, named } of places) {
    expect([...named].filter((id) => !there.has(id))).toEqual([]);
  }
  expect(places.filter(({ there }) => there.size > 0)).toHaveLength(4);
});
