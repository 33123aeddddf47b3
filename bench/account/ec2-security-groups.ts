/** Security groups, the prefix lists that some name, and the network interfaces that use them. */
import type {
  DescribeManagedPrefixListsResult,
  DescribeNetworkInterfacesResult,
  DescribeSecurityGroupsResult,
  GetManagedPrefixListEntriesResult,
  IpPermission,
  NetworkInterface,
  SecurityGroup,
} from '@aws-sdk/client-ec2';
import { accountId, ec2Id, percent } from './identity.ts';
import { ec2Pages } from './ec2-network.ts';
import { pageOf } from './question.ts';
import type { Answerers, Question } from './question.ts';
import { countIn } from './regions.ts';
import * as layout from './vpc-layout.ts';

export const groupAnswers = {
  DescribeSecurityGroups: (question): DescribeSecurityGroupsResult => {
    const all = countIn(question.size, 'securityGroups', question.region);
    const page = pageOf(question, ec2Pages, all, (index) => groupAt(question, index));
    return { SecurityGroups: page.items, NextToken: page.next };
  },
  DescribeNetworkInterfaces: (question): DescribeNetworkInterfacesResult => {
    const all = countIn(question.size, 'networkInterfaces', question.region);
    const page = pageOf(question, ec2Pages, all, (index) => interfaceAt(question, index));
    return { NetworkInterfaces: page.items, NextToken: page.next };
  },
  DescribeManagedPrefixLists: (question): DescribeManagedPrefixListsResult => {
    const { size, region } = question;
    const own = countIn(size, 'prefixLists', region);
    const page = pageOf(question, { ...ec2Pages, most: 100 }, own + 1, (index) => ({
      PrefixListId: ec2Id('pl', region, index),
      PrefixListName: index < own ? `offices-${index}` : `com.amazonaws.${region}.s3`,
      OwnerId: index < own ? accountId : 'AWS',
      AddressFamily: 'IPv4',
      State: 'create-complete' as const,
      Tags: [],
    }));
    return { PrefixLists: page.items, NextToken: page.next };
  },
  GetManagedPrefixListEntries: (question): GetManagedPrefixListEntriesResult => {
    const page = pageOf(question, { ...ec2Pages, most: 100 }, 3, (index) => ({
      Cidr: `203.0.113.${index * 16}/28`,
      Description: `office ${index}`,
    }));
    return { Entries: page.items, NextToken: page.next };
  },
} satisfies Answerers;

function groupAt({ size, region }: Question, index: number): SecurityGroup {
  const GroupId = ec2Id('sg', region, index);
  const GroupName = layout.groupName(size, region, index);
  return {
    GroupId,
    GroupName,
    Description: GroupName === 'default' ? 'default VPC security group' : `Traffic of ${GroupName}`,
    OwnerId: accountId,
    VpcId: layout.vpcId(region, layout.vpcOf(size, region, index)),
    IpPermissions:
      GroupName === 'default'
        ? isClosed({ size, region }, index)
          ? []
          : [permission('-1', undefined, { groups: [GroupId] })]
        : rulesOf({ size, region }, index, GroupId),
    IpPermissionsEgress: isClosed({ size, region }, index)
      ? []
      : [permission('-1', undefined, { ipv4: ['0.0.0.0/0'] })],
    Tags: [{ Key: 'Name', Value: GroupName }],
  };
}

/** Half of the default groups were emptied, as CIS asks for. */
function isClosed({ size, region }: Pick<Question, 'size' | 'region'>, index: number): boolean {
  const isDefault = index < countIn(size, 'vpcs', region);
  return isDefault && percent('closed default group', region, index) < 50;
}

/** Most groups let in a service from within, and a few have each of the faults that checks look for. */
function rulesOf(
  { size, region }: Pick<Question, 'size' | 'region'>,
  index: number,
  self: string,
): IpPermission[] {
  const inside = permission('tcp', 8080 + (index % 16), { ipv4: ['10.0.0.0/8'], groups: [self] });
  const lists = countIn(size, 'prefixLists', region);
  const office = ec2Id('pl', region, index % Math.max(1, lists));
  const share = percent('group', region, index);
  if (share < 4) return [inside, permission('tcp', 22, { ipv4: ['0.0.0.0/0'] })];
  if (share < 6) return [inside, permission('tcp', 3389, { ipv6: ['::/0'] })];
  if (share < 7) return [permission('-1', undefined, { ipv4: ['0.0.0.0/0'] })];
  if (share < 8) return [inside, permission('tcp', 445, { ipv4: ['0.0.0.0/0'] })];
  if (share < 11) return [inside, permission('tcp', 3306, { ipv4: ['0.0.0.0/0'] })];
  if (share < 13 && lists > 0) return [permission('tcp', 22, { lists: [office] })];
  if (share < 40) {
    return [inside, permission('tcp', 443, { ipv4: ['0.0.0.0/0'], ipv6: ['::/0'] })];
  }
  return [inside, permission('tcp', 22, { ipv4: ['198.51.100.0/24', '203.0.113.0/24'] })];
}

interface From {
  readonly ipv4?: readonly string[];
  readonly ipv6?: readonly string[];
  readonly groups?: readonly string[];
  readonly lists?: readonly string[];
}

/** A permission for one port, or for all traffic; EC2 sends the empty lists too. */
function permission(IpProtocol: string, port: number | undefined, from: From): IpPermission {
  const { ipv4 = [], ipv6 = [], groups = [], lists = [] } = from;
  return {
    IpProtocol,
    ...(port === undefined ? {} : { FromPort: port, ToPort: port }),
    IpRanges: ipv4.map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: ipv6.map((CidrIpv6) => ({ CidrIpv6 })),
    PrefixListIds: lists.map((PrefixListId) => ({ PrefixListId })),
    UserIdGroupPairs: groups.map((GroupId) => ({ GroupId, UserId: accountId })),
  };
}

/** The first interfaces are those of the instances; the others are of services that run in the VPC. */
function interfaceAt({ size, region }: Question, index: number): NetworkInterface {
  const isOfInstance = index < countIn(size, 'instances', region);
  const subnet = layout.subnetOf(size, region, index);
  const PrivateIpAddress = layout.addressIn(size, region, index);
  const isPublic = percent('public address', region, index) < 15;
  const Association = isPublic ? { PublicIp: `198.51.100.${index % 250}` } : undefined;
  const kind = index % 3 === 0 ? ('lambda' as const) : ('network_load_balancer' as const);
  return {
    NetworkInterfaceId: ec2Id('eni', region, index),
    OwnerId: accountId,
    VpcId: layout.vpcId(region, layout.vpcOf(size, region, subnet)),
    SubnetId: layout.subnetId(region, subnet),
    AvailabilityZone: layout.zoneOf(region, subnet),
    Description: isOfInstance ? 'Primary network interface' : `Interface of a ${kind}`,
    Groups: layout
      .groupsOf(size, region, index)
      .map(({ id, name }) => ({ GroupId: id, GroupName: name })),
    InterfaceType: isOfInstance ? 'interface' : kind,
    RequesterManaged: !isOfInstance,
    Ipv6Addresses: [],
    PrivateIpAddress,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress, Association }],
    Association,
    SourceDestCheck: true,
    Status: 'in-use',
    TagSet: [],
    ...(isOfInstance
      ? {
          Attachment: {
            AttachmentId: ec2Id('eni-attach', region, index),
            DeviceIndex: 0,
            InstanceId: ec2Id('i', region, index),
            InstanceOwnerId: accountId,
            Status: 'attached',
          },
        }
      : {}),
  };
}
