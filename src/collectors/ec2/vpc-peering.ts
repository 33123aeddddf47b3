/** Peering connections that are in force, with the address blocks of both sides. */
import type { VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { parseCidr } from '../../network/cidr.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, pageSize } from './ec2-resource.ts';
import { DescribeVpcPeeringConnections } from './operations.ts';

export interface PeeringConnection extends Resource {
  readonly connectionId: string;
  readonly requester: PeeredVpc;
  readonly accepter: PeeredVpc;
}

export interface PeeredVpc {
  readonly vpcId: string;
  /** The block that the VPC was made with. */
  readonly primaryCidr: Observed<string>;
  /** Every block of the VPC, of both families. */
  readonly cidrs: Observed<readonly string[]>;
}

/** Requests, refusals and connections that were deleted carry no traffic. VPC user guide, "VPC peering connection lifecycle". */
const withoutTraffic = [
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  'failed',
  'expired',
  'rejected',
  'deleting',
  'deleted',
] as const;

export const peeringConnections = defineCollector({
  id: 'vpc.peering-connections',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeVpcPeeringConnections],
  gather: (aws) =>
    aws.list(
      DescribeVpcPeeringConnections,
      { MaxResults: pageSize },
      'VpcPeeringConnections',
      (connection, members): PeeringConnection | readonly PeeringConnection[] => {
        const { must, observe } = members;
        const connectionId = must(connection, 'VpcPeeringConnectionId');
        const status = must(must(connection, 'Status'), 'Code');
        if (withoutTraffic.some((each) => each === status)) return [];
        const type = 'AWS::EC2::VPCPeeringConnection';
        return {
          ...ec2Resource(aws, 'vpc-peering-connection', type, connectionId),
          judgedIf: observe(() => oneOf(status, ['active'], members)),
          connectionId,
          requester: sideOf(must(connection, 'RequesterVpcInfo'), members),
          accepter: sideOf(must(connection, 'AccepterVpcInfo'), members),
        };
      },
    ),
});

function sideOf(side: VpcPeeringConnectionVpcInfo, members: Members): PeeredVpc {
  const { must, observe } = members;
  const legible = (cidr: string): string =>
    parseCidr(cidr) ? cidr : members.unusable('a block of the VPC cannot be understood');
  return {
    vpcId: must(side, 'VpcId'),
    primaryCidr: observe(() => legible(must(side, 'CidrBlock'))),
    cidrs: observe(() => {
      const ipv4 = must(side, 'CidrBlockSet').map((block) => must(block, 'CidrBlock'));
      // EC2 leaves the set out for a VPC without IPv6.
      const ipv6 = (side.Ipv6CidrBlockSet ?? []).map((block) => must(block, 'Ipv6CidrBlock'));
      return [...ipv4, ...ipv6].map(legible);
    }),
  };
}
