/** Network interfaces: what uses a security group or a VPC, and whether the Internet has an address for it. */
import type { NetworkInterface as AnswerInterface } from '@aws-sdk/client-ec2';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { ec2Resource, managedByOwner, pageSize } from './ec2-resource.ts';
import { DescribeNetworkInterfaces } from './operations.ts';

export interface NetworkInterface extends Resource {
  readonly interfaceId: string;
  readonly vpcId: string;
  readonly groupIds: readonly string[];
  /** As EC2 names it: `interface`, `lambda`, `network_load_balancer`, `vpc_endpoint`, … */
  readonly kind: string;
  /** A service of AWS made the interface and runs it. */
  readonly requesterManaged: boolean;
  readonly hasPublicIpv4: boolean;
  readonly hasIpv6: boolean;
}

export const networkInterfaces = defineCollector({
  id: 'vpc.network-interfaces',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeNetworkInterfaces],
  gather: (aws) =>
    aws.list(
      DescribeNetworkInterfaces,
      { MaxResults: pageSize },
      'NetworkInterfaces',
      (answer, { must }): NetworkInterface => {
        const interfaceId = must(answer, 'NetworkInterfaceId');
        const requesterManaged = must(answer, 'RequesterManaged');
        const owner = must(answer, 'OwnerId');
        return {
          ...ec2Resource(aws, 'network-interface', 'AWS::EC2::NetworkInterface', interfaceId),
          ...(requesterManaged ? managedByService : managedByOwner(aws, owner)),
          interfaceId,
          vpcId: must(answer, 'VpcId'),
          groupIds: must(answer, 'Groups').map((group) => must(group, 'GroupId')),
          kind: must(answer, 'InterfaceType'),
          requesterManaged,
          hasPublicIpv4: hasPublicIpv4(answer, must),
          hasIpv6: must(answer, 'Ipv6Addresses').length > 0,
        };
      },
    ),
});

export const interfacesByVpc = lookupBy(({ vpcId }: NetworkInterface) => vpcId);

const managedByService: Pick<Resource, 'managed'> = {
  managed: { by: 'aws', reason: 'a service of AWS made the interface and manages it' },
};

/** An address without a public one has no association; that is how EC2 says so. */
function hasPublicIpv4(answer: AnswerInterface, must: Members['must']): boolean {
  if (answer.Association?.PublicIp !== undefined) return true;
  return must(answer, 'PrivateIpAddresses').some(
    ({ Association }) => Association?.PublicIp !== undefined,
  );
}
