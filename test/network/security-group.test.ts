import { describe, expect, it } from 'vitest';
import { allTraffic } from '../../src/network/all-traffic.ts';
import { portsExcept, singlePorts } from '../../src/network/port-range.ts';
import { openPorts } from '../../src/network/security-group.ts';
import { rule } from './fixtures.ts';

const ANYWHERE = { ipv4: ['0.0.0.0/0'] };
const ssh = { family: 'ipv4', protocols: ['tcp'], ports: singlePorts([22]) } as const;
const admin = {
  family: 'ipv4',
  protocols: ['tcp', 'udp'],
  ports: singlePorts([22, 3389]),
} as const;
const openSsh = (...sources: string[]): object => ({
  open: [{ protocol: 'tcp', from: 22, to: 22, sources }],
  wide: [],
  undecided: [],
});
const CLOSED = { open: [], wide: [], undecided: [] };

describe('openPorts', () => {
  it('G1 protocol -1 opens every port, whatever range it carries', () => {
    expect(
      openPorts(
        [rule({ ...ANYWHERE, protocol: '-1', fromPort: undefined, toPort: undefined })],
        ssh,
      ),
    ).toEqual(openSsh('0.0.0.0/0'));
    expect(
      openPorts([rule({ ...ANYWHERE, protocol: '-1', fromPort: 80, toPort: 80 })], ssh),
    ).toEqual(openSsh('0.0.0.0/0'));
  });

  it('G2 two halves in one rule are the Internet', () => {
    expect(openPorts([rule({ ipv4: ['128.0.0.0/1', '0.0.0.0/1'] })], ssh)).toEqual(
      openSsh('0.0.0.0/1', '128.0.0.0/1'),
    );
  });

  it('G2 R4 two halves in different rules, protocols and prefix lists are the Internet', () => {
    const rules = [
      rule({ ipv4: ['0.0.0.0/1'], fromPort: 0, toPort: 1000 }),
      rule({ ipv4: ['128.0.0.0/2'], protocol: '-1' }),
      rule({
        prefixLists: [{ id: 'pl-1', kind: 'resolved', cidrs: ['192.0.0.0/2'] }],
        protocol: '6',
      }),
    ];
    expect(openPorts(rules, ssh)).toEqual(openSsh('0.0.0.0/1', '128.0.0.0/2', 'pl-1'));
  });

  it('G2 halves for different ports open neither', () => {
    const rules = [
      rule({ ipv4: ['0.0.0.0/1'] }),
      rule({ ipv4: ['128.0.0.0/1'], fromPort: 3389, toPort: 3389 }),
    ];
    expect(openPorts(rules, admin).open).toEqual([]);
  });

  it('G2 one half alone is wide, not open', () => {
    expect(openPorts([rule({ ipv4: ['0.0.0.0/1'] })], ssh)).toEqual({
      open: [],
      wide: [{ protocol: 'tcp', from: 22, to: 22, sources: ['0.0.0.0/1'] }],
      undecided: [],
    });
  });

  it('G3 IPv6 from anywhere is open, in any spelling, and only for IPv6', () => {
    const rules = [rule({ ipv6: ['0:0:0:0:0:0:0:0/0'] })];
    expect(openPorts(rules, { ...ssh, family: 'ipv6' })).toEqual(openSsh('0:0:0:0:0:0:0:0/0'));
    expect(openPorts(rules, ssh)).toEqual(CLOSED);
  });

  it('G5 a prefix list that holds the Internet opens the port', () => {
    const list = { id: 'pl-1', kind: 'resolved', cidrs: ['10.0.0.0/8', '0.0.0.0/0'] } as const;
    expect(openPorts([rule({ prefixLists: [list] })], ssh)).toEqual(openSsh('pl-1'));
  });

  it('G5 a prefix list of AWS is not the Internet', () => {
    expect(openPorts([rule({ prefixLists: [{ id: 'pl-3b927c52', kind: 'aws' }] })], ssh)).toEqual(
      CLOSED,
    );
  });

  it('G5 an unreadable prefix list leaves the port undecided, unless it is open anyway', () => {
    const unreadable = rule({ prefixLists: [{ id: 'pl-1', kind: 'unreadable' }] });
    expect(openPorts([unreadable], ssh).undecided).toEqual([
      {
        protocol: 'tcp',
        from: 22,
        to: 22,
        doubts: [{ source: 'pl-1', reason: 'unreadable-prefix-list' }],
      },
    ]);
    expect(openPorts([unreadable, rule(ANYWHERE)], ssh)).toEqual(openSsh('0.0.0.0/0'));
    expect(openPorts([unreadable], { ...ssh, ports: singlePorts([3389]) })).toEqual(CLOSED);
  });

  it('leaves a port undecided when a CIDR cannot be read', () => {
    expect(openPorts([rule({ ipv4: ['10.0.0.0/8', '1.2.3/8'] })], ssh).undecided).toEqual([
      {
        protocol: 'tcp',
        from: 22,
        to: 22,
        doubts: [{ source: '1.2.3/8', reason: 'unparsable-cidr' }],
      },
    ]);
  });

  it.each([
    [undefined, undefined],
    [22, undefined],
    [30, 20],
    [-1, -1],
  ])('takes a TCP rule from %s to %s neither for all ports nor for none', (fromPort, toPort) => {
    expect(openPorts([rule({ ...ANYWHERE, fromPort, toPort })], ssh)).toEqual({
      open: [],
      wide: [],
      undecided: [
        {
          protocol: 'tcp',
          from: 22,
          to: 22,
          doubts: [{ source: '0.0.0.0/0', reason: 'missing-port-range' }],
        },
      ],
    });
    expect(openPorts([rule({ ipv4: ['10.0.0.0/8'], fromPort, toPort })], ssh)).toEqual(CLOSED);
    expect(openPorts([rule({ ...ANYWHERE, fromPort, toPort }), rule(ANYWHERE)], ssh)).toEqual(
      openSsh('0.0.0.0/0'),
    );
  });

  it('does not take a rule without a range for a danger where its sources are few', () => {
    const few = rule({ ipv4: ['8.8.8.0/24'], fromPort: undefined, toPort: undefined });
    expect(openPorts([few], ssh)).toEqual(CLOSED);
  });

  it('doubts of a rule without a range its public sources alone, and of one with a range none', () => {
    const half = rule({ ipv4: ['0.0.0.0/1'] });
    const other = rule({
      ipv4: ['128.0.0.0/1', '10.0.0.0/8'],
      fromPort: undefined,
      toPort: undefined,
    });
    expect(openPorts([half, other], ssh)).toMatchObject({
      wide: [{ sources: ['0.0.0.0/1'] }],
      undecided: [{ doubts: [{ source: '128.0.0.0/1', reason: 'missing-port-range' }] }],
    });
  });

  it('names doubts in one order, each once, whatever the order of the rules', () => {
    const unreadable = (id: string) => rule({ prefixLists: [{ id, kind: 'unreadable' }] });
    const rules = ['pl-2', 'pl-1', 'pl-3', 'pl-1'].map(unreadable);
    for (const some of [rules, rules.toReversed()]) {
      const [undecided] = openPorts(some, ssh).undecided;
      expect(undecided?.doubts.map(({ source }) => source)).toEqual(['pl-1', 'pl-2', 'pl-3']);
    }
  });

  it('G3 takes no address of one family for one of the other', () => {
    const list = { id: 'pl-1', kind: 'resolved', cidrs: ['::/0'] } as const;
    expect(openPorts([rule({ prefixLists: [list] })], ssh)).toEqual(CLOSED);
    expect(openPorts([rule({ prefixLists: [list] })], { ...ssh, family: 'ipv6' })).toEqual(
      openSsh('pl-1'),
    );
  });

  it('G6 a group that opens everything fails the question about one port too', () => {
    const rules = [rule({ ...ANYWHERE, protocol: '-1' })];
    expect(allTraffic(rules, 'ipv4').open).toHaveLength(1);
    expect(openPorts(rules, ssh).open).toHaveLength(1);
  });

  it.each(['icmp', '1', 'icmpv6', '58', 'ICMP'])(
    'G9 %s has types and codes, not ports',
    (protocol) => {
      const rules = [
        rule({ ...ANYWHERE, protocol, fromPort: 0, toPort: 255 }),
        rule({ ...ANYWHERE, protocol, fromPort: -1, toPort: -1 }),
      ];
      expect(openPorts(rules, { ...admin, ports: portsExcept([]) })).toEqual(CLOSED);
      expect(allTraffic(rules, 'ipv4')).toEqual(CLOSED);
    },
  );

  it('G11 a range holds every port between its ends', () => {
    for (const [fromPort, toPort] of [
      [20, 25],
      [22, 23],
      [21, 22],
      [0, 65_535],
    ]) {
      expect(openPorts([rule({ ...ANYWHERE, fromPort, toPort })], ssh)).toEqual(
        openSsh('0.0.0.0/0'),
      );
    }
    expect(openPorts([rule({ ...ANYWHERE, fromPort: 23, toPort: 25 })], ssh)).toEqual(CLOSED);
  });

  it('G12 UDP 22 is not SSH', () => {
    for (const protocol of ['udp', '17']) {
      expect(openPorts([rule({ ...ANYWHERE, protocol })], ssh)).toEqual(CLOSED);
      expect(openPorts([rule({ ...ANYWHERE, protocol })], admin).open).toEqual([
        { protocol: 'udp', from: 22, to: 22, sources: ['0.0.0.0/0'] },
      ]);
    }
  });

  it('G20 another security group is not an address range', () => {
    expect(openPorts([rule({ groups: ['sg-0123456789abcdef0'] })], ssh)).toEqual(CLOSED);
  });

  it('G24 R1 private, shared and documentation ranges and an office are not the Internet', () => {
    const ipv4 = [
      '10.0.0.0/8',
      '172.16.0.0/12',
      '192.168.0.0/16',
      '100.64.0.0/10',
      '203.0.113.0/24',
      '81.2.69.0/24',
    ];
    expect(openPorts([rule({ ipv4 })], ssh)).toEqual(CLOSED);
  });

  it('blames the sources that are open alone, in the same order whatever the order of the rules', () => {
    const rules = [
      rule({ ipv4: ['81.2.69.0/24', '8.8.8.8/0'] }),
      rule({ ...ANYWHERE, protocol: '-1' }),
    ];
    expect(openPorts(rules, ssh)).toEqual(openSsh('0.0.0.0/0', '8.8.8.8/0'));
    expect(openPorts(rules.toReversed(), ssh)).toEqual(openSsh('0.0.0.0/0', '8.8.8.8/0'));
  });

  it('answers for every port but some, in ranges', () => {
    const rules = [
      rule({ ...ANYWHERE, fromPort: 80, toPort: 90 }),
      rule({ ...ANYWHERE, fromPort: 91, toPort: 443 }),
    ];
    const { open } = openPorts(rules, { ...ssh, ports: portsExcept(singlePorts([443, 80])) });
    expect(open).toEqual([{ protocol: 'tcp', from: 81, to: 442, sources: ['0.0.0.0/0'] }]);
  });
});
