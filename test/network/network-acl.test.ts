import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portsLetIn } from '../../src/network/network-acl.ts';
import type { NetworkAclEntry } from '../../src/network/network-acl.ts';
import { singlePorts } from '../../src/network/port-range.ts';
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

const tcp = (from: number, to = from): Partial<NetworkAclEntry> => ({ protocol: '6', from, to });
const DENY_ALL = entry(32_767, { allow: false });
const query = {
  family: 'ipv4',
  protocols: ['tcp', 'udp'],
  ports: singlePorts([22, 3389]),
} as const;
const openOf = (...entries: NetworkAclEntry[]): string[] =>
  portsLetIn(entries, query).open.map(({ protocol, from }) => `${protocol} ${from}`);

describe('portsLetIn', () => {
  it('finds what the default network ACL allows: everything', () => {
    expect(openOf(entry(100), DENY_ALL)).toEqual(['tcp 22', 'tcp 3389', 'udp 22', 'udp 3389']);
  });

  it('allows nothing without an entry that allows it', () => {
    expect(openOf(DENY_ALL)).toEqual([]);
    expect(openOf()).toEqual([]);
    expect(openOf(entry(100, { egress: true }), DENY_ALL)).toEqual([]);
  });

  it('names the entries that let the Internet in', () => {
    expect(portsLetIn([entry(100, tcp(22)), DENY_ALL], query)).toEqual({
      open: [{ protocol: 'tcp', from: 22, to: 22, sources: ['rule 100: 0.0.0.0/0'] }],
      wide: [],
      undecided: [],
    });
  });

  it('does not name an allow that an earlier one leaves nothing to decide', () => {
    const { open } = portsLetIn([entry(100, tcp(22)), entry(110, tcp(22))], query);
    expect(open.map(({ sources }) => sources)).toEqual([['rule 100: 0.0.0.0/0']]);
  });

  it('goes by rule number, not by position', () => {
    const deny = entry(90, { allow: false, ...tcp(22) });
    const allow = entry(100, tcp(22));
    expect(openOf(allow, deny, DENY_ALL)).toEqual([]);
    expect(openOf(allow, { ...deny, ruleNumber: 110 }, DENY_ALL)).toEqual(['tcp 22']);
  });

  it('a deny of TCP does not close UDP', () => {
    expect(openOf(entry(90, { allow: false, ...tcp(0, 65_535) }), entry(100))).toEqual([
      'udp 22',
      'udp 3389',
    ]);
  });

  it('a deny of one port does not close another', () => {
    expect(openOf(entry(90, { allow: false, ...tcp(22) }), entry(100, tcp(0, 65_535)))).toEqual([
      'tcp 3389',
    ]);
  });

  it('a deny of some sources leaves the rest', () => {
    const deny = (cidr: string): NetworkAclEntry => entry(90, { allow: false, cidr });
    expect(openOf(deny('10.0.0.0/8'), entry(100, tcp(22)))).toEqual(['tcp 22']);
    expect(openOf(deny('8.8.8.0/24'), entry(100, tcp(22)))).toEqual([]);
    expect(portsLetIn([deny('8.8.8.0/24'), entry(100, tcp(22))], query).wide).toHaveLength(1);
    expect(
      openOf(deny('0.0.0.0/1'), entry(91, { allow: false, cidr: '128.0.0.0/1' }), entry(100)),
    ).toEqual([]);
  });

  it('an allow before a deny of some sources counts with the allow after it', () => {
    const entries = [
      entry(80, { ...tcp(22), cidr: '8.8.8.0/24' }),
      entry(90, { allow: false, ...tcp(22), cidr: '8.0.0.0/8' }),
      entry(100, tcp(22)),
    ];
    expect(openOf(...entries)).toEqual([]);
    expect(openOf(entry(70, { ...tcp(22), cidr: '8.0.0.0/8' }), ...entries)).toEqual(['tcp 22']);
  });

  it('G2 two halves are the Internet', () => {
    expect(
      openOf(
        entry(100, { ...tcp(22), cidr: '0.0.0.0/1' }),
        entry(110, { ...tcp(20, 25), cidr: '128.0.0.0/1' }),
      ),
    ).toEqual(['tcp 22']);
  });

  it('G3 keeps IPv4 and IPv6 apart', () => {
    const entries = [
      entry(90, { allow: false }),
      entry(100, { family: 'ipv6', cidr: '::/0', ...tcp(22) }),
    ];
    expect(openOf(...entries)).toEqual([]);
    expect(portsLetIn(entries, { ...query, family: 'ipv6' }).open).toHaveLength(1);
    expect(openOf(...entries.slice(1))).toEqual([]);
  });

  it('answers for ranges of ports, cut where the entries are', () => {
    const ports = [{ from: 0, to: 65_535 }];
    const entries = [entry(90, { allow: false, ...tcp(80) }), entry(100, tcp(22, 443)), DENY_ALL];
    expect(portsLetIn(entries, { ...query, ports }).open).toMatchObject([
      { protocol: 'tcp', from: 22, to: 79 },
      { protocol: 'tcp', from: 81, to: 443 },
    ]);
  });

  it('doubts an entry with a block of the other family', () => {
    expect(portsLetIn([entry(100, { ...tcp(22), cidr: '::/0' })], query)).toMatchObject({
      open: [],
      undecided: [{ doubts: [{ source: 'rule 100: ::/0', reason: 'unparsable-cidr' }] }],
    });
  });

  it('doubts nothing of a port that is open anyway', () => {
    const entries = [entry(100, tcp(22)), entry(110, { ...tcp(22), cidr: '?' })];
    expect(portsLetIn(entries, query)).toMatchObject({
      open: [{ from: 22, sources: ['rule 100: 0.0.0.0/0'] }],
      undecided: [],
    });
  });

  it.each(['1', '58', '47'])('G9 protocol %s has no ports of TCP or UDP', (protocol) => {
    expect(openOf(entry(100, { protocol }))).toEqual([]);
    expect(openOf(entry(90, { allow: false, protocol }), entry(100, tcp(22)))).toEqual(['tcp 22']);
  });

  it('an allow that cannot be read makes its ports undecided, unless a deny comes first', () => {
    const allow = entry(100, { ...tcp(22), cidr: '?' });
    const doubts = [{ source: 'rule 100: ?', reason: 'unparsable-cidr' }];
    expect(portsLetIn([allow], query).undecided).toEqual([
      { protocol: 'tcp', from: 22, to: 22, doubts },
    ]);
    expect(portsLetIn([entry(90, { allow: false }), allow], query).undecided).toEqual([]);
  });

  it('a deny that cannot be read makes the ports undecided that are open without it', () => {
    const deny = entry(90, { allow: false, protocol: '6', from: undefined, to: undefined });
    const doubts = [{ source: 'rule 90: 0.0.0.0/0', reason: 'missing-port-range' }];
    const { open, undecided } = portsLetIn([deny, entry(100, tcp(22))], query);
    expect({ open, undecided }).toEqual({
      open: [],
      undecided: [{ protocol: 'tcp', from: 22, to: 22, doubts }],
    });
    expect(portsLetIn([deny], query).undecided).toEqual([]);
  });
});

describe('any network ACL', () => {
  const cidr = fc.oneof(
    ipv4Cidr,
    fc.constantFrom('0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8', '?'),
  );
  const anyEntry = fc
    .record({
      ruleNumber: fc.integer({ min: 2, max: 32_766 }),
      allow: fc.boolean(),
      protocol: fc.constantFrom('-1', '6', '17', '1'),
      cidr,
      ports: fc.constantFrom([0, 65_535], [22, 22], [23, 3389], [undefined, undefined]),
    })
    .map(({ ruleNumber, ports: [from, to], ...fields }) =>
      entry(ruleNumber, { ...fields, from, to }),
    );
  const acl = fc.uniqueArray(anyEntry, { maxLength: 6, selector: ({ ruleNumber }) => ruleNumber });

  it('is never opened by a deny in front', () => {
    fc.assert(
      fc.property(acl, anyEntry, (entries, first) => {
        const before = openOf(...entries);
        for (const port of openOf({ ...first, ruleNumber: 1, allow: false }, ...entries))
          expect(before).toContain(port);
      }),
    );
  });

  it('is never closed by an allow in front', () => {
    fc.assert(
      fc.property(acl, anyEntry, (entries, first) => {
        const after = openOf({ ...first, ruleNumber: 1, allow: true }, ...entries);
        for (const port of openOf(...entries)) expect(after).toContain(port);
      }),
    );
  });

  it('is judged the same whatever the order in which its entries are listed', () => {
    fc.assert(
      fc.property(
        acl.chain((entries) =>
          fc.tuple(
            fc.constant(entries),
            fc.shuffledSubarray(entries, { minLength: entries.length }),
          ),
        ),
        ([entries, shuffled]) => {
          expect(portsLetIn(shuffled, query)).toEqual(portsLetIn(entries, query));
        },
      ),
    );
  });
});
