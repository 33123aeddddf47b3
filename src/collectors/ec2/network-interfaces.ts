/** Network interfaces: what uses a security group or a VPC, and whether the Internet has an address for it. */
import type { NetworkInterface as AnswerInterface } from '@aws-sdk/client-ec2';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { parseCidr } from '../../network/cidr.ts';
import { isInternetRoutable } from '../../network/internet.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, managedByOwner, ownerOf, pageSize } from './ec2-resource.ts';
import { DescribeNetworkInterfaces } from './operations.ts';

export interface NetworkInterface extends Resource {
  readonly interfaceId: string;
  readonly vpcId: string;
  readonly groupIds: readonly string[];
  /** As EC2 names it: `interface`, `lambda`, `network_load_balancer`, `vpc_endpoint`, … */
  readonly kind: string;
  /** A service of AWS made the interface and runs it. */
  readonly requesterManaged: boolean;
  readonly subnetId: Observed<string>;
  /** Whether it drops what is neither from nor for its own addresses. */
  readonly checksSourceAndDestination: Observed<boolean>;
  /** Addresses by which the Internet knows it: public and Elastic IPs. */
  readonly publicIpv4: readonly string[];
  /** Addresses and prefixes, without those of private networks. */
  readonly publicIpv6: readonly string[];
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
      (answer, members): NetworkInterface => {
        const { must, field } = members;
        const interfaceId = must(answer, 'NetworkInterfaceId');
        const requesterManaged = must(answer, 'RequesterManaged');
        const owner = ownerOf(answer, members);
        return {
          ...ec2Resource(aws, 'network-interface', 'AWS::EC2::NetworkInterface', interfaceId),
          ...(requesterManaged ? managedByService : managedByOwner(aws, owner)),
          interfaceId,
          vpcId: must(answer, 'VpcId'),
          groupIds: must(answer, 'Groups').map((group) => must(group, 'GroupId')),
          kind: must(answer, 'InterfaceType'),
          requesterManaged,
          subnetId: field(answer, 'SubnetId'),
          checksSourceAndDestination: field(answer, 'SourceDestCheck'),
          publicIpv4: publicIpv4Of(answer, must),
          publicIpv6: publicIpv6Of(answer, must),
        };
      },
    ),
});

export const interfacesByVpc = lookupBy(({ vpcId }: NetworkInterface) => vpcId);

const managedByService: Pick<Resource, 'managed'> = {
  managed: { by: 'aws', reason: 'a service of AWS made the interface and manages it' },
};

/** An address without a public one has no association; that is how EC2 says so. */
function publicIpv4Of(answer: AnswerInterface, must: Members['must']): readonly string[] {
  const addresses = must(answer, 'PrivateIpAddresses');
  const associations = [answer.Association, ...addresses.map(({ Association }) => Association)];
  const found = new Set(associations.flatMap((association) => association?.PublicIp ?? []));
  return found.size === 0 ? none : [...found];
}

/** EC2 leaves the prefixes out of interfaces that have none. */
function publicIpv6Of(answer: AnswerInterface, must: Members['must']): readonly string[] {
  const addresses = must(answer, 'Ipv6Addresses').map((each) => must(each, 'Ipv6Address'));
  const prefixes = (answer.Ipv6Prefixes ?? []).map((each) => must(each, 'Ipv6Prefix'));
  const found = [...addresses, ...prefixes].filter(isPublic);
  return found.length === 0 ? none : found;
}

/** What cannot be read as an address is taken for a public one. */
function isPublic(address: string): boolean {
  const cidr = parseCidr(address);
  return cidr === undefined || isInternetRoutable(cidr);
}

const none: readonly string[] = [];
