/** VPCs and what lies in them, security groups and interfaces apart. */
import type {
  DescribeFlowLogsResult,
  DescribeNetworkAclsResult,
  DescribeRouteTablesResult,
  DescribeSubnetsResult,
  DescribeVpcEndpointsResult,
  DescribeVpcPeeringConnectionsResult,
  DescribeVpcsResult,
  NetworkAclEntry,
  Route,
  VpcPeeringConnectionVpcInfo,
} from '@aws-sdk/client-ec2';
import { accountId, daysBefore, ec2Id, percent } from './identity.ts';
import { pageOf } from './question.ts';
import type { Answerers, Pages, Question } from './question.ts';
import { countIn } from './regions.ts';
import { subnetCidr, subnetId, vpcCidr, vpcId, vpcOf, zoneOf } from './vpc-layout.ts';

/** Amazon EC2 API reference, "Pagination": from 5 to 1,000 items; all of them where no size is given. */
export const ec2Pages: Pages = {
  size: 'MaxResults',
  token: 'NextToken',
  usual: Number.POSITIVE_INFINITY,
  most: 1000,
};

export const networkAnswers = {
  DescribeVpcs: (question): DescribeVpcsResult => {
    const { size, region } = question;
    const page = pageOf(question, ec2Pages, countIn(size, 'vpcs', region), (index) => ({
      VpcId: vpcId(region, index),
      OwnerId: accountId,
      CidrBlock: vpcCidr(index),
      CidrBlockAssociationSet: [],
      Ipv6CidrBlockAssociationSet: [],
      DhcpOptionsId: ec2Id('dopt', region, 0),
      InstanceTenancy: 'default' as const,
      IsDefault: index === 0,
      State: 'available' as const,
      Tags: [{ Key: 'Name', Value: `net-${index}` }],
    }));
    return { Vpcs: page.items, NextToken: page.next };
  },
  DescribeSubnets: (question): DescribeSubnetsResult => {
    const { size, region } = question;
    const page = pageOf(question, ec2Pages, countIn(size, 'subnets', region), (index) => ({
      SubnetId: subnetId(region, index),
      SubnetArn: `arn:aws:ec2:${region}:${accountId}:subnet/${subnetId(region, index)}`,
      VpcId: vpcId(region, vpcOf(size, region, index)),
      OwnerId: accountId,
      AvailabilityZone: zoneOf(region, index),
      AvailableIpAddressCount: 200,
      CidrBlock: subnetCidr(size, region, index),
      DefaultForAz: false,
      AssignIpv6AddressOnCreation: false,
      MapPublicIpOnLaunch: percent('public subnet', region, index) < 20,
      State: 'available' as const,
      Ipv6CidrBlockAssociationSet: [],
      Tags: [],
    }));
    return { Subnets: page.items, NextToken: page.next };
  },
  DescribeRouteTables: (question): DescribeRouteTablesResult => {
    const { size, region } = question;
    const pages = { ...ec2Pages, most: 100 };
    const page = pageOf(question, pages, countIn(size, 'routeTables', region), (index) => {
      const vpc = vpcOf(size, region, index);
      const isMain = index < countIn(size, 'vpcs', region);
      const RouteTableId = ec2Id('rtb', region, index);
      return {
        RouteTableId,
        VpcId: vpcId(region, vpc),
        OwnerId: accountId,
        Associations: [
          {
            Main: isMain,
            RouteTableAssociationId: ec2Id('rtbassoc', region, index),
            RouteTableId,
            ...(isMain ? {} : { SubnetId: subnetId(region, index) }),
          },
        ],
        Routes: routesOf(question, index, vpc),
        Tags: [],
      };
    });
    return { RouteTables: page.items, NextToken: page.next };
  },
  DescribeNetworkAcls: (question): DescribeNetworkAclsResult => {
    const { size, region } = question;
    const all = countIn(size, 'networkAcls', region);
    const vpcs = countIn(size, 'vpcs', region);
    const page = pageOf(question, ec2Pages, all, (index) => {
      const IsDefault = index < vpcs;
      const NetworkAclId = ec2Id('acl', region, index);
      return {
        NetworkAclId,
        VpcId: vpcId(region, vpcOf(size, region, index)),
        OwnerId: accountId,
        IsDefault,
        Associations: subnetsOfAcl(question, index).map((subnet) => ({
          NetworkAclAssociationId: ec2Id('aclassoc', region, subnet),
          NetworkAclId,
          SubnetId: subnetId(region, subnet),
        })),
        Entries: IsDefault ? openEntries : narrowEntries,
        Tags: [],
      };
    });
    return { NetworkAcls: page.items, NextToken: page.next };
  },
  DescribeFlowLogs: (question): DescribeFlowLogsResult => {
    const { size, region, now } = question;
    const page = pageOf(question, ec2Pages, countIn(size, 'flowLogs', region), (index) => ({
      FlowLogId: ec2Id('fl', region, index),
      ResourceId: vpcId(region, vpcOf(size, region, index)),
      FlowLogStatus: 'ACTIVE',
      TrafficType: percent('flow log', region, index) < 80 ? ('ALL' as const) : ('ACCEPT' as const),
      DeliverLogsStatus: percent('delivery', region, index) < 90 ? 'SUCCESS' : 'FAILED',
      LogDestinationType: 's3' as const,
      LogDestination: 'arn:aws:s3:::generated-flow-logs',
      CreationTime: daysBefore(now, 400),
      MaxAggregationInterval: 600,
      Tags: [],
    }));
    return { FlowLogs: page.items, NextToken: page.next };
  },
  DescribeVpcEndpoints: (question): DescribeVpcEndpointsResult => {
    const { size, region, now } = question;
    const page = pageOf(question, ec2Pages, countIn(size, 'vpcEndpoints', region), (index) => {
      const service = endpointServices[index % endpointServices.length] ?? 's3';
      const isGateway = service === 's3' || service === 'dynamodb';
      const vpc = vpcOf(size, region, index);
      return {
        VpcEndpointId: ec2Id('vpce', region, index),
        VpcEndpointType: isGateway ? ('Gateway' as const) : ('Interface' as const),
        VpcId: vpcId(region, vpc),
        OwnerId: accountId,
        ServiceName: `com.amazonaws.${region}.${service}`,
        State: 'Available' as const,
        RouteTableIds: isGateway ? [ec2Id('rtb', region, vpc)] : [],
        SubnetIds: [],
        Groups: [],
        NetworkInterfaceIds: [],
        PrivateDnsEnabled: !isGateway,
        CreationTimestamp: daysBefore(now, 300),
        Tags: [],
      };
    });
    return { VpcEndpoints: page.items, NextToken: page.next };
  },
  DescribeVpcPeeringConnections: (question): DescribeVpcPeeringConnectionsResult => {
    const { size, region } = question;
    const all = countIn(size, 'peeringConnections', region);
    const page = pageOf(question, ec2Pages, all, (index) => ({
      VpcPeeringConnectionId: ec2Id('pcx', region, index),
      RequesterVpcInfo: sideOf(question, index),
      AccepterVpcInfo: sideOf(question, index + 1),
      Status: { Code: 'active' as const, Message: 'Active' },
      Tags: [],
    }));
    return { VpcPeeringConnections: page.items, NextToken: page.next };
  },
} satisfies Answerers;

const endpointServices = ['s3', 'dynamodb', 'ec2', 'ssm', 'ssmmessages', 'ec2messages', 'logs'];

function sideOf({ size, region }: Question, index: number): VpcPeeringConnectionVpcInfo {
  const vpc = vpcOf(size, region, index);
  return {
    VpcId: vpcId(region, vpc),
    OwnerId: accountId,
    Region: region,
    CidrBlock: vpcCidr(vpc),
    CidrBlockSet: [{ CidrBlock: vpcCidr(vpc) }],
  };
}

function routesOf({ size, region }: Question, table: number, vpc: number): Route[] {
  const local = { GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' } as const;
  const made = { State: 'active', Origin: 'CreateRoute' } as const;
  const isPublic = percent('public table', region, table) < 40;
  const out = isPublic
    ? { GatewayId: ec2Id('igw', region, vpc) }
    : { NatGatewayId: ec2Id('nat', region, vpc) };
  const peering = vpc < countIn(size, 'peeringConnections', region);
  const whole = percent('wide peering', region, table) < 50;
  const peer = vpcCidr(vpcOf(size, region, vpc + 1));
  return [
    { DestinationCidrBlock: vpcCidr(vpc), ...local },
    { DestinationCidrBlock: '0.0.0.0/0', ...out, ...made },
    ...(peering
      ? [
          {
            DestinationCidrBlock: whole ? peer : peer.replace('.0.0/16', '.1.0/24'),
            VpcPeeringConnectionId: ec2Id('pcx', region, vpc),
            ...made,
          },
        ]
      : []),
  ];
}

/** A list that was made for one subnet has that; the default one of each VPC has the others. */
function subnetsOfAcl({ size, region }: Question, acl: number): number[] {
  const subnets = countIn(size, 'subnets', region);
  const vpcs = countIn(size, 'vpcs', region);
  const acls = countIn(size, 'networkAcls', region);
  if (acl >= vpcs) return acl < subnets ? [acl] : [];
  const ofVpc = Array.from({ length: subnets }, (_, index) => index).filter(
    (index) => index % vpcs === acl,
  );
  return ofVpc.filter((index) => index < vpcs || index >= acls);
}

const deny: NetworkAclEntry[] = [true, false].map((Egress) => ({
  CidrBlock: '0.0.0.0/0',
  Egress,
  Protocol: '-1',
  RuleAction: 'deny',
  RuleNumber: 32_767,
}));

/** As EC2 makes a VPC. */
const openEntries: NetworkAclEntry[] = [
  ...[true, false].map((Egress): NetworkAclEntry => ({
    CidrBlock: '0.0.0.0/0',
    Egress,
    Protocol: '-1',
    RuleAction: 'allow',
    RuleNumber: 100,
  })),
  ...deny,
];

const narrowEntries: NetworkAclEntry[] = [
  {
    CidrBlock: '0.0.0.0/0',
    Egress: false,
    Protocol: '6',
    PortRange: { From: 443, To: 443 },
    RuleAction: 'allow',
    RuleNumber: 100,
  },
  {
    CidrBlock: '10.0.0.0/8',
    Egress: false,
    Protocol: '-1',
    RuleAction: 'allow',
    RuleNumber: 110,
  },
  {
    CidrBlock: '0.0.0.0/0',
    Egress: true,
    Protocol: '-1',
    RuleAction: 'allow',
    RuleNumber: 100,
  },
  ...deny,
];
