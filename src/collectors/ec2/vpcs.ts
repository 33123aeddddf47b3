/** VPCs and their subnets. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, managedByOwner, ownerOf, pageSize } from './ec2-resource.ts';
import { DescribeVpcs, DescribeSubnets } from './operations.ts';

export interface Vpc extends Resource {
  readonly vpcId: string;
}

export const vpcs = defineCollector({
  id: 'vpc.vpcs',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeVpcs],
  gather: (aws) =>
    aws.list(DescribeVpcs, { MaxResults: pageSize }, 'Vpcs', (vpc, members): Vpc => {
      const vpcId = members.must(vpc, 'VpcId');
      return {
        ...ec2Resource(aws, 'vpc', 'AWS::EC2::VPC', vpcId),
        ...managedByOwner(aws, ownerOf(vpc, members)),
        vpcId,
      };
    }),
});

export interface Subnet extends Resource {
  readonly subnetId: string;
  readonly vpcId: string;
  /** Whether what is launched into it gets a public IPv4 address, unless the launch says otherwise. */
  readonly givesPublicIpv4: Observed<boolean>;
  readonly givesIpv6: Observed<boolean>;
}

export const subnets = defineCollector({
  id: 'vpc.subnets',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeSubnets],
  gather: (aws) =>
    aws.list(DescribeSubnets, { MaxResults: pageSize }, 'Subnets', (subnet, members): Subnet => {
      const { must, field } = members;
      const subnetId = must(subnet, 'SubnetId');
      return {
        ...ec2Resource(aws, 'subnet', 'AWS::EC2::Subnet', subnetId),
        ...managedByOwner(aws, ownerOf(subnet, members)),
        subnetId,
        vpcId: must(subnet, 'VpcId'),
        givesPublicIpv4: field(subnet, 'MapPublicIpOnLaunch'),
        givesIpv6: field(subnet, 'AssignIpv6AddressOnCreation'),
      };
    }),
});

export const subnetsByVpc = lookupBy(({ vpcId }: Subnet) => vpcId);
