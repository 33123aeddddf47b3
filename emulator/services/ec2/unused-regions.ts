import {
  DeleteInternetGatewayCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DescribeInternetGatewaysCommand,
  DescribeRegionsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  DetachInternetGatewayCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { HOME, SECOND, US, must } from '../../site.ts';
import type { Site } from '../../site.ts';

/** Deletes the default VPC of a Region, as careful companies do where they run nothing. */
async function removeDefaultVpc(site: Site, region: string): Promise<void> {
  const ec2 = site.client(EC2Client, region);
  const vpcs = await ec2.send(
    new DescribeVpcsCommand({ Filters: [{ Name: 'is-default', Values: ['true'] }] }),
  );
  const VpcId = must(vpcs.Vpcs?.[0]?.VpcId, 'VpcId');
  const subnets = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] }),
  );
  for (const { SubnetId } of subnets.Subnets ?? []) {
    await ec2.send(new DeleteSubnetCommand({ SubnetId }));
  }
  const gateways = await ec2.send(
    new DescribeInternetGatewaysCommand({
      Filters: [{ Name: 'attachment.vpc-id', Values: [VpcId] }],
    }),
  );
  for (const { InternetGatewayId } of gateways.InternetGateways ?? []) {
    await ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId }));
    await ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId }));
  }
  await ec2.send(new DeleteVpcCommand({ VpcId }));
}

/** Regions in which the company runs nothing: without default VPCs, but for one that was forgotten. */
export async function plantUnusedRegions(site: Site): Promise<void> {
  const answer = await site.client(EC2Client, US).send(new DescribeRegionsCommand({}));
  const used = [HOME, SECOND, US, 'us-west-2'];
  const names = must(answer.Regions, 'Regions').map(({ RegionName }) => must(RegionName, 'name'));
  for (const region of names.filter((name) => !used.includes(name))) {
    await removeDefaultVpc(site, region);
  }
}
