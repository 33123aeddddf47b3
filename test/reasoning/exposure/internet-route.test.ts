import { describe, expect, it } from 'vitest';
import { internetRoute, type Table } from '../../../src/reasoning/exposure/internet-route.ts';
import { CannotTell, type Listing, startReading } from '../../../src/observe/observed.ts';
import { routeTable } from '../../support/db-surroundings.ts';
import { listing, partialListing, unreadable } from '../../support/observe.ts';

const everywhere = { destinations: ['0.0.0.0/0'] };
const of = (tables: Listing<Table>, family: 'ipv4' | 'ipv6' = 'ipv4') =>
  internetRoute({ subnetId: 'subnet-1', vpcId: 'vpc-1' }, family, tables, startReading().read);

describe('the way of the Internet to a subnet', () => {
  it('is a route to an Internet gateway, in the table of the VPC where the subnet has none', () => {
    const expected = { kind: 'route', tableId: 'rtb-main', gatewayId: 'igw-1' };
    expect(of(listing(routeTable('rtb-main', everywhere)))).toEqual(expected);
    const halves = { destinations: ['0.0.0.0/1', '128.0.0.0/1'] };
    expect(of(listing(routeTable('rtb-main', halves)))).toEqual(expected);
  });

  it.each([
    ['of the other family', everywhere, 'ipv6' as const],
    ['to a NAT gateway', { ...everywhere, target: 'nat-1' }, 'ipv4' as const],
    ['to a gateway that is gone', { ...everywhere, isActive: false }, 'ipv4' as const],
    ['for one network', { destinations: ['203.0.113.0/24'] }, 'ipv4' as const],
    ['outward only', { destinations: ['::/0'], target: 'eigw-1' }, 'ipv6' as const],
  ])('is none by a route %s', (_what, routing, family) => {
    expect(of(listing(routeTable('rtb-main', routing)), family)).toEqual({
      kind: 'none',
      tableId: 'rtb-main',
    });
  });

  it('is that of the subnet’s own table, whatever the table of the VPC says', () => {
    const own = routeTable('rtb-own', {
      ...everywhere,
      target: 'nat-1',
      subnetIds: ['subnet-1'],
    });
    const main = routeTable('rtb-main', everywhere);
    expect(of(listing(main, own))).toEqual({ kind: 'none', tableId: 'rtb-own' });
    // Its own table decides though not all tables were listed.
    expect(of(partialListing('denied', own))).toMatchObject({ kind: 'none' });
  });

  it('is in doubt behind a firewall, and where no table is shown', () => {
    const firewall = routeTable('rtb-main', { ...everywhere, target: 'vpce-1' });
    expect(of(listing(firewall))).toMatchObject({
      kind: 'doubt',
      why: expect.stringContaining('vpce-1'),
    });
    expect(of(listing())).toMatchObject({
      kind: 'doubt',
      why: expect.stringContaining('not shown'),
    });
  });

  it('cannot be told where tables or routes could not be read', () => {
    const unread = { ...routeTable('rtb-main', everywhere), routes: unreadable() };
    expect(() => of(listing(unread))).toThrow(CannotTell);
    expect(() => of(partialListing('denied'))).toThrow(CannotTell);
    const elsewhere = { ...everywhere, subnetIds: ['subnet-2'] };
    expect(() => of(partialListing('denied', routeTable('rtb-2', elsewhere)))).toThrow(CannotTell);
  });
});
