import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Traffic } from '../../../src/network/network-acl.ts';
import { startReading } from '../../../src/observe/observed.ts';
import type { BlockMode, GatewayBlock } from '../../../src/reasoning/exposure/gateway-block.ts';
import {
  type Acl,
  internetWay,
  type NetworkEdge,
} from '../../../src/reasoning/exposure/internet-way.ts';
import { routeTable } from '../../support/db-surroundings.ts';
import { networkAcl, noBlock } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const place = { subnetId: 'subnet-1', vpcId: 'vpc-1' };
const ssh: Traffic = { family: 'ipv4', protocol: 'tcp', ports: { from: 22, to: 22 } };
const toInternet = routeTable('rtb-main', { destinations: ['0.0.0.0/0'] });
const closing = networkAcl({ entries: known([]) });
const open: NetworkEdge = {
  tables: listing(toInternet),
  acls: listing<Acl>(networkAcl()),
  block: known(noBlock),
};
const blocked = (fields: Partial<GatewayBlock> = {}) =>
  known<GatewayBlock>({ ...noBlock, mode: 'block-ingress', ...fields });
const excluded = (resourceId: string, allowsIngress = true) =>
  listing({ exclusionId: 'vpcbpa-exclude-1', resourceId, allowsIngress });
const wayOf = (edge: Partial<NetworkEdge>, ...traffic: Traffic[]) =>
  internetWay(place, [ssh, ...traffic], { ...open, ...edge }, startReading().read);

describe('the way of traffic from the Internet to a subnet', () => {
  it('is its route, where nothing stops it', () => {
    expect(wayOf({})).toEqual({
      kind: 'route',
      tableId: 'rtb-main',
      gatewayId: 'igw-1',
      unread: [],
    });
  });

  it('is none without a route, whatever else there is', () => {
    const edge = { tables: listing(routeTable('rtb-main', { destinations: [] })) };
    expect(wayOf({ ...edge, acls: partialListing<Acl>('denied'), block: unreadable() })).toEqual({
      kind: 'none',
      tableId: 'rtb-main',
    });
  });

  it('is stopped by a network ACL that lets none of it in, and not by one that lets in some', () => {
    expect(wayOf({ acls: listing<Acl>(closing) })).toEqual({
      kind: 'stopped',
      by: 'network ACL acl-1 lets none of it in',
    });
    const some = networkAcl({
      entries: known([
        {
          ruleNumber: 100,
          egress: false,
          allow: true,
          protocol: '6',
          cidr: '0.0.0.0/0',
          family: 'ipv4',
          from: 443,
          to: 443,
        },
      ]),
    });
    expect(wayOf({ acls: listing<Acl>(some) })).toMatchObject({ kind: 'stopped' });
    const https = { ...ssh, ports: { from: 443, to: 443 } };
    expect(wayOf({ acls: listing<Acl>(some) }, https)).toMatchObject({ kind: 'route' });
  });

  it.each<BlockMode>(['block-ingress', 'block-bidirectional'])(
    'is stopped by VPC Block Public Access: %s',
    (mode) => {
      expect(wayOf({ block: blocked({ mode }) })).toEqual({
        kind: 'stopped',
        by: 'VPC Block Public Access keeps the Internet out',
      });
    },
  );

  it.each([
    ['while a change is on its way', { isUpdating: true }],
    ['where the subnet is left out', { exclusions: excluded('subnet-1') }],
    ['where the VPC is left out', { exclusions: excluded('vpc-1') }],
  ])('is not stopped by VPC Block Public Access %s', (_when, fields) => {
    expect(wayOf({ block: blocked(fields) })).toMatchObject({ kind: 'route' });
  });

  it.each([
    ['another subnet', excluded('subnet-2')],
    ['its way out alone', excluded('subnet-1', false)],
  ])('is stopped where VPC Block Public Access leaves out %s', (_what, exclusions) => {
    expect(wayOf({ block: blocked({ exclusions }) })).toMatchObject({ kind: 'stopped' });
  });

  it('is not stopped in a subnet of another account by a block of this one', () => {
    const shared = { ...toInternet, managed: { by: 'organization', reason: 'shared' } as const };
    expect(wayOf({ tables: listing(shared), block: blocked() })).toMatchObject({
      kind: 'route',
      unread: ['VPC Block Public Access of the account that owns the subnet is not shown'],
    });
  });

  it('is not stopped by what could not be read, and says so', () => {
    const exclusions = partialListing<never>('denied');
    expect(wayOf({ block: unreadable(), acls: partialListing<Acl>('denied') })).toMatchObject({
      kind: 'route',
      unread: ['the test says denied', 'the test says denied'],
    });
    expect(wayOf({ block: blocked({ exclusions }) })).toMatchObject({
      kind: 'route',
      unread: ['the test says denied'],
    });
    expect(wayOf({ acls: listing<Acl>() })).toMatchObject({
      kind: 'route',
      unread: ['its network ACL is not shown to this account'],
    });
  });

  it('is stopped by what is known, whatever of the routes could not be read', () => {
    const tables = partialListing<never>('denied');
    expect(wayOf({ tables, acls: listing<Acl>(closing) })).toMatchObject({ kind: 'stopped' });
    expect(wayOf({ tables })).toEqual({ kind: 'doubt', why: 'the test says denied' });
    // Whose subnet it is the table tells: without it the block may be another account's.
    expect(wayOf({ tables, block: blocked() })).toMatchObject({ kind: 'doubt' });
  });
});

describe('what is known of a network', () => {
  const edge = fc.record({
    tables: fc.constantFrom(open.tables, listing(), partialListing('denied', toInternet)),
    acls: fc.constantFrom<NetworkEdge['acls'][]>(
      open.acls,
      listing<Acl>(closing),
      partialListing<Acl>('denied'),
    ),
    block: fc.constantFrom(
      open.block,
      blocked(),
      blocked({ exclusions: excluded('vpc-1') }),
      unreadable(),
    ),
  });

  it('never opens a way by a block, nor by a network ACL that lets nothing in', () => {
    fc.assert(
      fc.property(edge, (around) => {
        const before = wayOf(around);
        for (const stop of [{ block: blocked() }, { acls: listing<Acl>(closing) }]) {
          const after = wayOf({ ...around, ...stop });
          if (after.kind === 'route') expect(before.kind).toBe('route');
        }
      }),
    );
  });

  it('never closes a way by being unread', () => {
    fc.assert(
      fc.property(edge, (around) => {
        if (wayOf(around).kind !== 'route') return;
        const unread = { block: unreadable(), acls: partialListing<Acl>('denied') };
        expect(wayOf({ ...around, ...unread }).kind).toBe('route');
      }),
    );
  });
});
