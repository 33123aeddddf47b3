import check from '../../../checks/rds/instance-not-public.ts';
import type { DbCluster } from '../../../src/collectors/rds/clusters.ts';
import type { SecurityGroup } from '../../../src/collectors/ec2/security-groups.ts';
import { testCheck } from '../../support/check-tester.ts';
import { clearRule, groupsWith, routeTable } from '../../support/db-surroundings.ts';
import { networkAcl, noBlock } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';
import { dbCluster, dbInstance, dbNetwork } from '../../support/rds.ts';

/** Nothing but routes keeps the Internet out. */
const unstopped = {
  acls: listing(networkAcl({ subnetIds: known(['subnet-a', 'subnet-b']) })),
  block: known(noBlock),
};
const own = { clusters: listing<DbCluster>(), ...unstopped };
const office = ['198.51.100.0/24'];
const everywhere = ['0.0.0.0/0'];
const halves = ['0.0.0.0/1', '128.0.0.0/1'];

const flagged = dbInstance({ publiclyAccessible: known(true) });
const toInternet = { tables: listing(routeTable('rtb-main', { destinations: everywhere })) };
const open = groupsWith({ 'sg-1': clearRule({ ipv4: everywhere }) });
const closed = groupsWith({ 'sg-1': clearRule({ ipv4: office }) });
const unread = groupsWith({ 'sg-1': unreadable() });
const nowhere = { groups: partialListing<SecurityGroup>('denied'), ingress: open.ingress };
const isPrivate = {
  tables: listing(
    routeTable('rtb-main', { destinations: everywhere }),
    routeTable('rtb-db', {
      destinations: everywhere,
      target: 'nat-1',
      subnetIds: ['subnet-a', 'subnet-b'],
    }),
  ),
};

testCheck(check, {
  pass: [
    {
      name: 'F27 an Aurora member whose cluster has no gateway',
      resource: dbInstance({ engine: 'aurora-postgresql', cluster: 'bookings' }),
      given: { ...own, ...open, ...toInternet, clusters: listing(dbCluster()) },
    },
    { name: 'the flag is off', resource: dbInstance(), given: { ...own, ...open, ...toInternet } },
    {
      name: 'the flag is off, whatever could not be read',
      resource: dbInstance(),
      given: { ...own, ...unread, tables: partialListing('denied') },
    },
  ],
  fail: [
    {
      name: 'F27 the Aurora cluster is open by an Internet access gateway',
      resource: dbInstance({ engine: 'aurora-postgresql', cluster: 'bookings' }),
      given: {
        ...unstopped,
        ...closed,
        ...isPrivate,
        clusters: listing(dbCluster({ hasInternetGateway: true })),
      },
      reasons: ['cluster bookings', 'Internet access gateway'],
      severity: 'critical',
    },
    {
      name: 'R1 a public endpoint behind a group for the office fails, and is not called reachable',
      resource: flagged,
      given: { ...own, ...closed, ...toInternet },
      reasons: ['PubliclyAccessible is true', /open port 5432.*: none/, /does not reach/],
      severity: 'high',
    },
    {
      name: 'R1 a public endpoint that the internet reaches is graver',
      resource: flagged,
      given: { ...own, ...open, ...toInternet },
      reasons: [
        'sg-1',
        'subnet-a (rtb-main leads to igw-1), subnet-b (rtb-main leads to igw-1)',
        /internet reaches the database port$/,
      ],
      severity: 'critical',
    },
    {
      name: 'the internet is stopped by the network ACL of the subnets',
      resource: flagged,
      given: {
        ...own,
        ...open,
        ...toInternet,
        acls: listing(
          networkAcl({ subnetIds: known(['subnet-a', 'subnet-b']), entries: known([]) }),
        ),
      },
      reasons: [
        'none, stopped: subnet-a: network ACL acl-1 lets none of it in; subnet-b: network ACL acl-1',
        /does not reach/,
      ],
      severity: 'high',
    },
    {
      name: 'the internet is stopped by VPC Block Public Access',
      resource: flagged,
      given: {
        ...own,
        ...open,
        ...toInternet,
        block: known({ ...noBlock, mode: 'block-ingress' as const }),
      },
      reasons: ['VPC Block Public Access keeps the Internet out'],
      severity: 'high',
    },
    {
      name: 'what might stop the internet may not be read: it is as grave as without it',
      resource: flagged,
      given: { ...own, ...open, ...toInternet, block: unreadable() },
      reasons: ['not read in full: the test says denied'],
      severity: 'critical',
    },
    {
      name: 'R2 every open group is named, in the order of ids',
      resource: dbInstance({
        publiclyAccessible: known(true),
        network: known({ ...dbNetwork, groupIds: ['sg-9', 'sg-2', 'sg-1'] }),
      }),
      given: {
        ...own,
        ...groupsWith({
          'sg-1': clearRule({ ipv4: office }),
          'sg-2': clearRule({ ipv4: everywhere, protocol: '-1' }),
          'sg-9': clearRule({ ipv4: everywhere }),
        }),
        ...toInternet,
      },
      reasons: ['to the internet: sg-2, sg-9'],
      severity: 'critical',
    },
    {
      name: 'R4 two halves of the address space open the port',
      resource: flagged,
      given: { ...own, ...groupsWith({ 'sg-1': clearRule({ ipv4: halves }) }), ...toInternet },
      severity: 'critical',
    },
    {
      name: 'R4 a route for each half leads to the internet',
      resource: flagged,
      given: { ...own, ...open, tables: listing(routeTable('rtb-main', { destinations: halves })) },
      severity: 'critical',
    },
    {
      name: 'a rule for another port opens nothing',
      resource: flagged,
      given: {
        ...own,
        ...groupsWith({ 'sg-1': clearRule({ ipv4: everywhere, fromPort: 443, toPort: 443 }) }),
        ...toInternet,
      },
      severity: 'high',
    },
    {
      name: 'the table of the subnets decides, not the main table of the VPC',
      resource: flagged,
      given: { ...own, ...open, ...isPrivate },
      reasons: [/route to an internet gateway: none/],
      severity: 'high',
    },
    {
      name: 'a blackhole leads nowhere',
      resource: flagged,
      given: {
        ...own,
        ...open,
        tables: listing(routeTable('rtb-main', { destinations: everywhere, isActive: false })),
      },
      severity: 'high',
    },
    {
      name: 'a group that is open for IPv6 meets no route for IPv6',
      resource: flagged,
      given: {
        ...own,
        ...groupsWith({ 'sg-1': clearRule({ ipv6: ['::/0'] }) }),
        ...toInternet,
      },
      severity: 'high',
    },
    {
      name: 'the groups may not be read: it fails and says that reachability is not known',
      resource: flagged,
      given: { ...own, ...nowhere, ...toInternet },
      reasons: ['sg-1: the test says denied', 'is not known'],
      severity: 'critical',
    },
    {
      name: 'one group is unreadable and another is open',
      resource: dbInstance({
        publiclyAccessible: known(true),
        network: known({ ...dbNetwork, groupIds: ['sg-1', 'sg-2'] }),
      }),
      given: {
        ...own,
        ...groupsWith({ 'sg-1': unreadable(), 'sg-2': clearRule({ ipv4: everywhere }) }),
        ...toInternet,
      },
      reasons: ['to the internet: sg-2, not known of sg-1'],
      severity: 'critical',
    },
    {
      name: 'the routes may not be read, but no group opens the port',
      resource: flagged,
      given: { ...own, ...closed, tables: partialListing('denied') },
      reasons: [/does not reach/],
      severity: 'high',
    },
    {
      name: 'a firewall stands between the subnet and the Internet: what it lets in is not known',
      resource: flagged,
      given: {
        ...own,
        ...open,
        tables: listing(routeTable('rtb-main', { destinations: everywhere, target: 'vpce-1' })),
      },
      reasons: [/through vpce-1/, 'is not known'],
      severity: 'critical',
    },
    {
      name: 'an instance that is being made has no port yet',
      resource: dbInstance({ publiclyAccessible: known(true), network: unreadable('failed') }),
      given: { ...own, ...open, ...toInternet },
      reasons: ['reachability is not known'],
      severity: 'critical',
    },
    {
      name: 'a member of an Aurora cluster carries its own flag',
      resource: { ...flagged, engine: 'aurora-mysql', cluster: 'bookings' },
      given: { ...own, ...closed, ...isPrivate },
    },
  ],
  unknown: [
    {
      name: 'F27 whether the Aurora cluster has a gateway may not be read',
      resource: dbInstance({ engine: 'aurora-postgresql', cluster: 'bookings' }),
      given: { ...own, ...closed, ...isPrivate, clusters: partialListing<DbCluster>('denied') },
    },
    {
      name: 'AWS did not say whether the endpoint is public',
      resource: dbInstance({ publiclyAccessible: unreadable('failed') }),
      given: { ...own, ...open, ...toInternet },
    },
  ],
});
