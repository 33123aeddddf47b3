import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual, pass } from '../../src/judge/verdict.ts';
import {
  type RouteTable,
  routeTables,
  routeTablesByVpc,
} from '../../src/collectors/ec2/route-tables.ts';
import type { Route } from '../../src/reasoning/exposure/internet-route.ts';
import {
  type PeeredVpc,
  type PeeringConnection,
  peeringConnections,
} from '../../src/collectors/ec2/vpc-peering.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { coversWholePeer } from '../../src/network/routes.ts';
import type { Read } from '../../src/observe/observed.ts';

export default defineCheck({
  id: 'vpc-peering-routes-least-access',
  title: 'Routes to the peered VPC are no wider than the traffic needs',
  severity: 'low',
  responsibility: 'vpc.network-configuration',
  controls: {
    'cis-aws-5.0': { '5.6': equal },
    'cis-aws-6.0': { '6.6': equal },
    'cis-aws-7.0': { '6.6': equal },
    'nist-800-53-r5': servesNist('routes between VPCs are one boundary', 'AC-4', 'SC-7'),
  },
  why: 'A route to the whole of a peered VPC lets an intruder in one of them go on to everything in the other.',
  fix: 'Replace the route by routes to the subnets or hosts of the peer that are needed, in the tables of the subnets that need them.',
  link: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
  remedy: {
    console:
      'VPC, Route tables, the table, Routes, Edit routes: the subnets or hosts of the peer in place of all of it.',
    cli: `aws ec2 create-route --route-table-id TABLE --destination-cidr-block SUBNET_CIDR --vpc-peering-connection-id PEERING
aws ec2 delete-route --route-table-id TABLE --destination-cidr-block PEER_CIDR`,
    terraform: `resource "aws_route" "peer" {
  route_table_id            = aws_route_table.this.id
  destination_cidr_block    = "10.1.2.0/24"
  vpc_peering_connection_id = aws_vpc_peering_connection.this.id
}`,
  },

  evaluates: peeringConnections,
  needs: { tables: routeTables },

  evaluate(connection, { read, tables: allTables }) {
    const { requester, accepter } = connection;
    const tables = routeTablesByVpc(allTables, requester.vpcId, accepter.vpcId);
    const isWide = (table: RouteTable) => {
      const peer = peerOf(table, connection);
      return peer !== undefined && isWhole(routesTo(connection, read(table.routes)), peer, read);
    };
    const describe = (table: RouteTable) => {
      if (!peerOf(table, connection)) return [];
      const routes = routesTo(connection, read(table.routes)).join(', ');
      return routes === '' ? [] : [`${table.routeTableId} routes ${routes} to the peer`];
    };
    const wide = read.matching(tables, isWide);
    if (wide.length > 0) return fail(...wide.flatMap(describe), 'that is all of the peer');
    const narrow = tables.items.flatMap(describe);
    if (narrow.length === 0) return pass('no route of the Region leads to the peer');
    return manual(...narrow, 'whether the traffic needs these routes is for its owner to say');
  },
});

/** The other side, seen from the VPC of the table. */
function peerOf(table: RouteTable, connection: PeeringConnection): PeeredVpc | undefined {
  const { requester, accepter } = connection;
  if (table.vpcId === requester.vpcId) return accepter;
  return table.vpcId === accepter.vpcId ? requester : undefined;
}

function routesTo({ connectionId }: PeeringConnection, routes: readonly Route[]): string[] {
  return routes
    .filter(({ target }) => target === connectionId)
    .map(({ destination }) => destination);
}

/** Prefix lists among the routes are left to the owner: what they hold is not read. */
function isWhole(routes: readonly string[], peer: PeeredVpc, read: Read): boolean {
  const cidrs = routes.filter((destination) => !destination.startsWith('pl-'));
  if (cidrs.length === 0) return false;
  const primary = ifKnown(() => [read(peer.primaryCidr)]) ?? [];
  if (coversWholePeer(cidrs, primary)) return true;
  return coversWholePeer(cidrs, read(peer.cidrs)) === true;
}
