/** VPCs and their subnets. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
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

export interface Subnet {
  readonly subnetId: string;
  readonly vpcId: string;
}

export const subnets = defineCollector({
  id: 'vpc.subnets',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeSubnets],
  gather: (aws) =>
    aws.list(
      DescribeSubnets,
      { MaxResults: pageSize },
      'Subnets',
      (subnet, { must }): Subnet => ({
        subnetId: must(subnet, 'SubnetId'),
        vpcId: must(subnet, 'VpcId'),
      }),
      { key: ({ subnetId }) => subnetId },
    ),
});

export const subnetsByVpc = lookupBy(({ vpcId }: Subnet) => vpcId);
