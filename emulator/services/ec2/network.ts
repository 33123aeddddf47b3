import {
  AcceptVpcPeeringConnectionCommand,
  AttachInternetGatewayCommand,
  CreateFlowLogsCommand,
  CreateInternetGatewayCommand,
  CreateNetworkAclCommand,
  CreateNetworkAclEntryCommand,
  CreateRouteCommand,
  CreateSubnetCommand,
  CreateTagsCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  CreateVpcPeeringConnectionCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  ReplaceNetworkAclAssociationCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { must, tags } from '../../site.ts';
import type { Planted, Site } from '../../site.ts';

/** A VPC with two private subnets and its main route table. */
export interface Network {
  readonly region: string;
  readonly vpcId: string;
  readonly subnetIds: readonly [string, string];
  readonly routeTableId: string;
}

/** A VPC with subnets; its default security group is emptied where `closed`. */
export async function plantVpc(
  site: Site,
  region: string,
  name: string,
  cidr: `${number}.${number}`,
  closed: boolean,
): Promise<Network> {
  const ec2 = site.client(EC2Client, region, 700);
  const made = await ec2.send(new CreateVpcCommand({ CidrBlock: `${cidr}.0.0/16` }));
  const vpcId = must(made.Vpc?.VpcId, 'VpcId');
  const named = tags({ Name: name, Owner: 'Platform' });
  await ec2.send(new CreateTagsCommand({ Resources: [vpcId], Tags: named }));
  async function subnet(zone: 'a' | 'b', third: number): Promise<string> {
    const place = { CidrBlock: `${cidr}.${third}.0/24`, AvailabilityZone: `${region}${zone}` };
    const answer = await ec2.send(new CreateSubnetCommand({ VpcId: vpcId, ...place }));
    return must(answer.Subnet?.SubnetId, 'SubnetId');
  }
  const subnetIds = [await subnet('a', 1), await subnet('b', 2)] as const;
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
  const tables = await ec2.send(new DescribeRouteTablesCommand({ Filters }));
  const routeTableId = must(tables.RouteTables?.[0]?.RouteTableId, 'RouteTableId');
  const groups = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  const group = must(groups.SecurityGroups?.[0], 'SecurityGroups');
  const GroupId = must(group.GroupId, 'GroupId');
  if (closed) {
    const ingress = { GroupId, IpPermissions: group.IpPermissions };
    const egress = { GroupId, IpPermissions: group.IpPermissionsEgress };
    await ec2.send(new RevokeSecurityGroupIngressCommand(ingress));
    await ec2.send(new RevokeSecurityGroupEgressCommand(egress));
  }
  site.expect('ec2-sg-default-closed', GroupId, closed ? 'pass' : 'fail');
  return { region, vpcId, subnetIds, routeTableId };
}

async function plantAcl(ec2: EC2Client, network: Network, denies: boolean): Promise<string> {
  const made = await ec2.send(new CreateNetworkAclCommand({ VpcId: network.vpcId }));
  const NetworkAclId = must(made.NetworkAcl?.NetworkAclId, 'NetworkAclId');
  const inbound = { NetworkAclId, Egress: false, CidrBlock: '0.0.0.0/0' };
  if (denies) {
    for (const [RuleNumber, port] of [
      [80, 22],
      [81, 3389],
    ] as const) {
      for (const Protocol of ['6', '17']) {
        const rule = { RuleNumber: RuleNumber + (Protocol === '6' ? 0 : 10), Protocol };
        const PortRange = { From: port, To: port };
        await ec2.send(
          new CreateNetworkAclEntryCommand({ ...inbound, ...rule, RuleAction: 'deny', PortRange }),
        );
      }
    }
  }
  const all = { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow' } as const;
  await ec2.send(new CreateNetworkAclEntryCommand({ ...inbound, ...all }));
  return NetworkAclId;
}

/** Two custom NACLs on the subnets: one denies the admin ports first, one allows everything. */
export async function plantAcls(site: Site, network: Network): Promise<void> {
  const ec2 = site.client(EC2Client, network.region, 300);
  const Filters = [{ Name: 'vpc-id', Values: [network.vpcId] }];
  const found = await ec2.send(new DescribeNetworkAclsCommand({ Filters }));
  const associations = (found.NetworkAcls ?? []).flatMap((acl) => acl.Associations ?? []);
  for (const [index, denies] of [true, false].entries()) {
    const NetworkAclId = await plantAcl(ec2, network, denies);
    const mine = associations.find(({ SubnetId }) => SubnetId === network.subnetIds[index]);
    const AssociationId = must(mine?.NetworkAclAssociationId, 'NetworkAclAssociationId');
    await ec2.send(new ReplaceNetworkAclAssociationCommand({ AssociationId, NetworkAclId }));
    site.expect('ec2-nacl-no-admin-ports-open', NetworkAclId, denies ? 'pass' : 'fail');
    site.expect('ec2-nacl-in-use', NetworkAclId, 'pass');
  }
}

/** An internet gateway with the default route. */
export async function plantInternet(site: Site, network: Network): Promise<void> {
  const ec2 = site.client(EC2Client, network.region, 700);
  const made = await ec2.send(new CreateInternetGatewayCommand({}));
  const GatewayId = must(made.InternetGateway?.InternetGatewayId, 'InternetGatewayId');
  const pair = { InternetGatewayId: GatewayId, VpcId: network.vpcId };
  await ec2.send(new AttachInternetGatewayCommand(pair));
  const route = { RouteTableId: network.routeTableId, DestinationCidrBlock: '0.0.0.0/0' };
  await ec2.send(new CreateRouteCommand({ ...route, GatewayId }));
}

/** Flow logs of a VPC to a bucket. */
export async function plantFlowLog(
  site: Site,
  network: Network,
  traffic: 'ALL' | 'REJECT' | 'ACCEPT',
  bucket: string,
): Promise<void> {
  const made = await site.client(EC2Client, network.region, 600).send(
    new CreateFlowLogsCommand({
      ResourceIds: [network.vpcId],
      ResourceType: 'VPC',
      TrafficType: traffic,
      LogDestinationType: 's3',
      LogDestination: `arn:aws:s3:::${bucket}`,
    }),
  );
  must(made.FlowLogIds?.[0], 'FlowLogIds');
  site.expect('vpc-flow-logs-enabled', network.vpcId, traffic === 'ACCEPT' ? 'fail' : 'pass');
}

/** Gateway endpoints for S3 and DynamoDB. */
export async function plantEndpoints(site: Site, network: Network): Promise<void> {
  for (const service of ['s3', 'dynamodb']) {
    const endpoint = {
      VpcId: network.vpcId,
      ServiceName: `com.amazonaws.${network.region}.${service}`,
      RouteTableIds: [network.routeTableId],
      VpcEndpointType: 'Gateway' as const,
    };
    await site.client(EC2Client, network.region, 500).send(new CreateVpcEndpointCommand(endpoint));
  }
  site.expect('vpc-endpoints-in-use', network.vpcId, 'pass');
}

/** Peers two VPCs of one Region; `destination` is the route to the other side. */
export async function plantPeering(
  site: Site,
  network: Network,
  peer: Network,
  destination: string,
  outcome: Planted['outcome'],
): Promise<void> {
  const ec2 = site.client(EC2Client, network.region, 200);
  const sides = { VpcId: network.vpcId, PeerVpcId: peer.vpcId };
  const made = await ec2.send(new CreateVpcPeeringConnectionCommand(sides));
  const id = made.VpcPeeringConnection?.VpcPeeringConnectionId;
  const VpcPeeringConnectionId = must(id, 'VpcPeeringConnectionId');
  await ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId }));
  const route = { RouteTableId: network.routeTableId, DestinationCidrBlock: destination };
  await ec2.send(new CreateRouteCommand({ ...route, VpcPeeringConnectionId }));
  site.expect('vpc-peering-routes-least-access', VpcPeeringConnectionId, outcome);
}
