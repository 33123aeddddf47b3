/** What of the traffic that a security group lets through a network ACL lets in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letsIn, portsLetIn } from '../../src/network/network-acl.ts';
import type { NetworkAclEntry, Traffic } from '../../src/network/network-acl.ts';
import { ipv4Cidr } from './fixtures.ts';

const entry = (ruleNumber: number, fields: Partial<NetworkAclEntry> = {}): NetworkAclEntry => ({
  ruleNumber,
  egress: false,
  allow: true,
  protocol: '-1',
  cidr: '0.0.0.0/0',
  family: 'ipv4',
  ...fields,
});
const ssh: Traffic = { family: 'ipv4', protocol: 'tcp', ports: { from: 22, to: 22 } };
const everything: Traffic = { family: 'ipv4', protocol: '-1', ports: { from: 0, to: 65_535 } };
const tcp = (from: number, to = from): Partial<NetworkAclEntry> => ({ protocol: '6', from, to });
const denied = { allow: false };

describe('a network ACL lets traffic in', () => {
  it.each<[string, readonly NetworkAclEntry[], Traffic]>([
    ['by an entry for all of it', [entry(100)], ssh],
    ['of one of its ports', [entry(100, tcp(22))], { ...ssh, ports: { from: 20, to: 25 } }],
    ['from a large part of the Internet', [entry(100, { cidr: '64.0.0.0/2' })], ssh],
    ['of another protocol', [entry(100, { protocol: '47' })], { ...ssh, protocol: '47' }],
    ['of any protocol, where one is let in', [entry(100, tcp(443))], everything],
    ['of any protocol, where one without ports is', [entry(100, { protocol: '50' })], everything],
    [
      'of UDP, behind a deny of TCP',
      [entry(90, { ...tcp(0, 65_535), ...denied }), entry(100)],
      everything,
    ],
    [
      'behind a deny of a few sources',
      [entry(90, { cidr: '198.51.100.0/24', ...denied }), entry(100)],
      ssh,
    ],
  ])('%s', (_what, entries, traffic) => {
    expect(letsIn(entries, traffic)).toBe(true);
  });

  it.each<[string, readonly NetworkAclEntry[], Traffic]>([
    ['without an entry', [], ssh],
    ['by an entry of other ports', [entry(100, tcp(443))], ssh],
    ['by an entry of other protocols', [entry(100, { protocol: '17', from: 22, to: 22 })], ssh],
    ['by an entry for named networks', [entry(100, { cidr: '198.51.100.0/24' })], ssh],
    ['by an entry for what goes out', [entry(100, { egress: true })], ssh],
    ['by an entry of the other family', [entry(100, { family: 'ipv6', cidr: '::/0' })], ssh],
    ['behind a deny', [entry(90, { ...tcp(22), ...denied }), entry(100)], ssh],
    ['of any protocol, where ICMP alone is let in', [entry(100, { protocol: '1' })], everything],
  ])('and none %s', (_what, entries, traffic) => {
    expect(letsIn(entries, traffic)).toBe(false);
  });

  it('or nobody can tell, where an entry that cannot be understood decides', () => {
    expect(letsIn([entry(100, { cidr: 'everywhere' })], ssh)).toBeUndefined();
    expect(letsIn([entry(100, { protocol: '47', cidr: '?' })], { ...ssh, protocol: '47' })).toBe(
      undefined,
    );
    expect(letsIn([entry(100), entry(110, { cidr: 'everywhere' })], ssh)).toBe(true);
  });
});

describe('whether any of the traffic is let in', () => {
  const port = fc.constantFrom(0, 21, 22, 23, 3389, 65_535);
  const range = fc
    .tuple(port, port)
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const anyEntry = fc
    .record({
      ruleNumber: fc.integer({ min: 2, max: 32_766 }),
      allow: fc.boolean(),
      protocol: fc.constantFrom('-1', '6', '17', '1', '47'),
      cidr: ipv4Cidr,
      range,
    })
    .map(({ ruleNumber, range: { from, to }, ...fields }) =>
      entry(ruleNumber, { ...fields, from, to }),
    );
  const acl = fc.uniqueArray(anyEntry, { maxLength: 6, selector: ({ ruleNumber }) => ruleNumber });
  const traffic = fc
    .record({ protocol: fc.constantFrom('tcp', 'udp', '47', '-1'), ports: range })
    .map((each): Traffic => ({ family: 'ipv4', ...each }));

  it('is what its ports one by one are', () => {
    fc.assert(
      fc.property(acl, fc.constantFrom('tcp', 'udp'), range, (entries, protocol, ports) => {
        const query = { family: 'ipv4', protocols: [protocol], ports: [ports] } as const;
        const { open, wide } = portsLetIn(entries, query);
        const isLetIn = open.length > 0 || wide.length > 0;
        expect(letsIn(entries, { family: 'ipv4', protocol, ports })).toBe(isLetIn);
      }),
    );
  });

  it('is never made so by a deny in front', () => {
    fc.assert(
      fc.property(acl, anyEntry, traffic, (entries, first, asked) => {
        const after = letsIn([{ ...first, ruleNumber: 1, allow: false }, ...entries], asked);
        if (after === true) expect(letsIn(entries, asked)).toBe(true);
      }),
    );
  });

  it('is never undone by an allow in front', () => {
    fc.assert(
      fc.property(acl, anyEntry, traffic, (entries, first, asked) => {
        const after = letsIn([{ ...first, ruleNumber: 1, allow: true }, ...entries], asked);
        if (letsIn(entries, asked) === true) expect(after).toBe(true);
      }),
    );
  });

  it('is so of all traffic where it is of some', () => {
    fc.assert(
      fc.property(acl, traffic, (entries, asked) => {
        if (letsIn(entries, asked) === true) expect(letsIn(entries, everything)).toBe(true);
      }),
    );
  });
});
