import check from '../../../checks/rds/instance-not-in-public-subnet.ts';
import type { RouteTable } from '../../../src/collectors/ec2/route-tables.ts';
import { testCheck } from '../../support/check-tester.ts';
import { routeTable } from '../../support/db-surroundings.ts';
import { listing, partialListing, unreadable } from '../../support/observe.ts';
import { dbInstance } from '../../support/rds.ts';

const resource = dbInstance();
const routes = (...tables: readonly RouteTable[]) => ({ tables: listing(...tables) });
const inside = ['10.0.0.0/16'];

testCheck(check, {
  pass: [
    { name: 'to nowhere', resource, given: routes(routeTable('rtb-1', { destinations: inside })) },
    {
      name: 'by a NAT gateway, which lets nobody in',
      resource,
      given: routes(routeTable('rtb-1', { destinations: ['0.0.0.0/0'], target: 'nat-1' })),
    },
    {
      name: 'whose gateway is gone',
      resource,
      given: routes(routeTable('rtb-1', { destinations: ['0.0.0.0/0'], isActive: false })),
    },
  ],
  fail: [
    {
      name: 'by the main table',
      resource,
      given: routes(routeTable('rtb-1', { destinations: ['0.0.0.0/0'] })),
      reasons: ['subnet-a has a route to igw-1, by rtb-1', 'subnet-b'],
    },
    {
      name: 'of one subnet only, by a table of its own',
      resource,
      given: routes(
        routeTable('rtb-1', { destinations: inside }),
        routeTable('rtb-2', { destinations: ['0.0.0.0/0'], subnetIds: ['subnet-b'] }),
      ),
      reasons: ['subnet-b has a route to igw-1, by rtb-2'],
    },
    {
      name: 'over IPv6 alone',
      resource,
      given: routes(routeTable('rtb-1', { destinations: ['::/0'] })),
    },
  ],
  unknown: [
    {
      name: 'the routes may not be read',
      resource,
      given: { tables: partialListing<RouteTable>('denied') },
    },
    {
      name: 'AWS did not say where it is',
      resource: dbInstance({ subnets: unreadable('failed') }),
      given: routes(),
    },
  ],
  manual: [
    {
      name: 'the table is of another account, which shares the subnets',
      resource,
      given: routes(),
      reasons: ['not shown to this account'],
    },
  ],
});
