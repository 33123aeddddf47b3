import check from '../../../checks/vpc/peering-routes-least-access.ts';
import type { RouteTable } from '../../../src/collectors/ec2/route-tables.ts';
import type { Route } from '../../../src/reasoning/exposure/internet-route.ts';
import type { PeeringConnection } from '../../../src/collectors/ec2/vpc-peering.ts';
import { testCheck } from '../../support/check-tester.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const side = (vpcId: string, ...cidrs: readonly [string, ...string[]]) => ({
  vpcId,
  primaryCidr: known(cidrs[0]),
  cidrs: known(cidrs),
});
const resource: PeeringConnection = {
  ...resourceOf('vpc-peering-connection', 'AWS::EC2::VPCPeeringConnection', 'pcx-1'),
  connectionId: 'pcx-1',
  requester: side('vpc-1', '10.0.0.0/16'),
  accepter: side('vpc-2', '10.1.0.0/16', '10.2.0.0/16', '2600:1f18::/56'),
};

function table(vpcId: string, ...destinations: readonly string[]): RouteTable {
  const routes = destinations.map((destination): Route => {
    const kind = destination.includes(':') ? 'ipv6' : 'ipv4';
    const destinationKind = destination.startsWith('pl-') ? 'prefix-list' : kind;
    return { destination, destinationKind, target: 'pcx-1', isActive: true };
  });
  const local: Route = { ...viaInternet, destination: '10.0.0.0/8', target: 'local' };
  return {
    ...resourceOf('route-table', 'AWS::EC2::RouteTable', 'rtb-1'),
    routeTableId: 'rtb-1',
    vpcId,
    associations: known({ isMain: true, subnetIds: [] }),
    routes: known([viaInternet, local, ...routes]),
  };
}

const viaInternet: Route = {
  destination: '0.0.0.0/0',
  destinationKind: 'ipv4',
  target: 'igw-1',
  isActive: true,
};
const given = (...tables: readonly RouteTable[]) => ({ tables: listing(...tables) });

testCheck(check, {
  pass: [
    { name: 'no route leads to the peer', resource, given: given(table('vpc-1')) },
    {
      name: 'tables of other VPCs do not matter',
      resource,
      given: given(table('vpc-9', '0.0.0.0/0')),
    },
  ],
  fail: [
    {
      name: 'everything goes to the peer',
      resource,
      given: given(table('vpc-1', '0.0.0.0/0')),
      reasons: ['rtb-1 routes 0.0.0.0/0 to the peer'],
      severity: 'low',
    },
    { name: 'all of the peer', resource, given: given(table('vpc-1', '10.1.0.0/16')) },
    { name: 'more than the peer', resource, given: given(table('vpc-1', '10.0.0.0/12')) },
    { name: 'all of its second block', resource, given: given(table('vpc-1', '10.2.0.0/16')) },
    { name: 'all of its IPv6 block', resource, given: given(table('vpc-1', '2600:1f18::/56')) },
    {
      name: 'all of it in two halves',
      resource,
      given: given(table('vpc-1', '10.1.0.0/17', '10.1.128.0/17')),
    },
    {
      name: 'the way back is as wide',
      resource,
      given: given(table('vpc-2', '10.0.0.0/16')),
    },
    {
      name: 'one table that is too wide decides it',
      resource,
      given: { tables: partialListing('denied', table('vpc-1', '10.1.0.0/16')) },
    },
    {
      name: 'other blocks of the peer may not be read, the first is covered',
      resource: { ...resource, accepter: { ...resource.accepter, cidrs: unreadable() } },
      given: given(table('vpc-1', '10.1.0.0/16')),
    },
  ],
  manual: [
    {
      name: 'narrower routes are for their owner to judge',
      resource,
      given: given(table('vpc-1', '10.1.4.0/24')),
      reasons: ['rtb-1 routes 10.1.4.0/24 to the peer'],
    },
    {
      name: 'so are prefix lists',
      resource,
      given: given(table('vpc-1', 'pl-1')),
      reasons: ['pl-1'],
    },
  ],
  unknown: [
    {
      name: 'the tables may not be read',
      resource,
      given: { tables: partialListing<RouteTable>('denied') },
    },
    {
      name: 'the routes of a table are missing',
      resource,
      given: given({ ...table('vpc-1'), routes: unreadable('failed') }),
    },
    {
      name: 'other blocks of the peer may not be read',
      resource: { ...resource, accepter: { ...resource.accepter, cidrs: unreadable() } },
      given: given(table('vpc-1', '10.2.0.0/16')),
    },
  ],
});
