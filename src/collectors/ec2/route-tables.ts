/** Route tables: what they are associated with, and where their routes lead. */
import type { Route as AnswerRoute } from '@aws-sdk/client-ec2';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { parseCidr } from '../../network/cidr.ts';
import type { Observed } from '../../observe/observed.ts';
import type { Route, TableAssociations } from '../../reasoning/exposure/internet-route.ts';
import { ec2Resource, managedByOwner, ownerOf } from './ec2-resource.ts';
import { DescribeRouteTables } from './operations.ts';

/** The largest page of the operation. */
const tablesPerPage = 100;

export interface RouteTable extends Resource {
  readonly routeTableId: string;
  readonly vpcId: string;
  readonly associations: Observed<TableAssociations>;
  readonly routes: Observed<readonly Route[]>;
}

export const routeTables = defineCollector({
  id: 'vpc.route-tables',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeRouteTables],
  gather: (aws) =>
    aws.list(
      DescribeRouteTables,
      { MaxResults: tablesPerPage },
      'RouteTables',
      (table, members): RouteTable => {
        const { must, observe } = members;
        const routeTableId = must(table, 'RouteTableId');
        return {
          ...ec2Resource(aws, 'route-table', 'AWS::EC2::RouteTable', routeTableId),
          ...managedByOwner(aws, ownerOf(table, members)),
          routeTableId,
          vpcId: must(table, 'VpcId'),
          associations: observe(() => {
            const associations = must(table, 'Associations');
            return {
              isMain: associations.some(({ Main }) => Main === true),
              // The main association and those of gateways have no subnet.
              subnetIds: associations.flatMap(({ SubnetId }) => SubnetId ?? []),
            };
          }),
          routes: observe(() => must(table, 'Routes').map((route) => routeOf(route, members))),
        };
      },
    ),
});

export const routeTablesByVpc = lookupBy(({ vpcId }: RouteTable) => vpcId);

function routeOf(route: AnswerRoute, { must, unusable }: Members): Route {
  return {
    ...destinationOf(route, unusable),
    target: targetOf(route, unusable) ?? unusable('a route has a target of an unknown kind'),
    isActive: must(route, 'State') !== 'blackhole',
  };
}

function destinationOf(
  route: AnswerRoute,
  unusable: Members['unusable'],
): Pick<Route, 'destination' | 'destinationKind'> {
  const legible = (cidr: string) =>
    parseCidr(cidr) ? cidr : unusable('a route has a destination that cannot be understood');
  const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = route;
  if (DestinationCidrBlock !== undefined) {
    return { destination: legible(DestinationCidrBlock), destinationKind: 'ipv4' };
  }
  if (DestinationIpv6CidrBlock !== undefined) {
    return { destination: legible(DestinationIpv6CidrBlock), destinationKind: 'ipv6' };
  }
  if (DestinationPrefixListId !== undefined) {
    return { destination: DestinationPrefixListId, destinationKind: 'prefix-list' };
  }
  return unusable('a route has no destination');
}

/** EC2 sends one of them. A route to an instance names its interface too: either will do. */
function targetOf(route: AnswerRoute, unusable: Members['unusable']): string | undefined {
  return (
    gatewayOf(route, unusable) ??
    route.NatGatewayId ??
    route.VpcPeeringConnectionId ??
    route.TransitGatewayId ??
    route.EgressOnlyInternetGatewayId ??
    route.NetworkInterfaceId ??
    route.InstanceId ??
    route.LocalGatewayId ??
    route.CarrierGatewayId ??
    route.CoreNetworkArn ??
    route.OdbNetworkArn
  );
}

/** `GatewayId` names gateways of several kinds, of which one lets the Internet in: EC2 API reference, "Route". */
function gatewayOf({ GatewayId }: AnswerRoute, unusable: Members['unusable']): string | undefined {
  if (GatewayId === undefined || /^(?:igw|vgw|vpce|lgw|cagw)-|^local$/.test(GatewayId)) {
    return GatewayId;
  }
  return unusable('a route leads to a gateway of a kind that srm-scan does not know');
}
