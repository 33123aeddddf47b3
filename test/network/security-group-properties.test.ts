import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allTraffic } from '../../src/network/all-traffic.ts';
import type { PortExposure } from '../../src/network/exposure.ts';
import { singlePorts } from '../../src/network/port-range.ts';
import { openPorts } from '../../src/network/security-group.ts';
import { ingressRule } from './fixtures.ts';

const admin = {
  family: 'ipv4',
  protocols: ['tcp', 'udp'],
  ports: singlePorts([22, 3389]),
} as const;

/** How bad each asked port is: 0 limited, 1 wide, 2 undecided, 3 open. */
const severities = (exposure: PortExposure): number[] =>
  admin.protocols.flatMap((protocol) =>
    admin.ports.map(({ from: port }) => {
      const has = (list: PortExposure['open'] | PortExposure['undecided']): boolean =>
        list.some((ports) => ports.protocol === protocol && ports.from <= port && port <= ports.to);
      if (has(exposure.open)) return 3;
      if (has(exposure.undecided)) return 2;
      return has(exposure.wide) ? 1 : 0;
    }),
  );

const notBetter = (after: PortExposure, before: PortExposure): void => {
  const was = severities(before);
  for (const [index, severity] of severities(after).entries()) {
    expect(severity).toBeGreaterThanOrEqual(was[index] ?? Number.NaN);
  }
};

const halvesOf = (cidr: string): string[] => {
  const [address = '', prefix = '0'] = cidr.split('/');
  if (!/^\d+(\.\d+){3}$/.test(address) || prefix === '32') return [cidr];
  const octets = address.split('.').map(Number);
  const bit = Number(prefix);
  const flipped = octets.map((octet, index) =>
    index === Math.floor(bit / 8) ? octet ^ (128 >> (bit % 8)) : octet,
  );
  return [`${address}/${bit + 1}`, `${flipped.join('.')}/${bit + 1}`];
};

describe('any security group', () => {
  const rules = fc.array(ingressRule, { maxLength: 5 });

  it('is never judged better with one more rule', () => {
    fc.assert(
      fc.property(rules, ingressRule, (group, added) => {
        notBetter(openPorts([...group, added], admin), openPorts(group, admin));
        expect(
          allTraffic([...group, added], 'ipv4').open.length > 0 ||
            allTraffic(group, 'ipv4').open.length === 0,
        ).toBe(true);
      }),
    );
  });

  it('is never judged better with a wider rule', () => {
    fc.assert(
      fc.property(rules, ingressRule, (group, last) => {
        const before = openPorts([...group, last], admin);
        notBetter(openPorts([...group, { ...last, protocol: '-1' }], admin), before);
        notBetter(
          openPorts([...group, { ...last, ipv4: [...last.ipv4, '0.0.0.0/0'] }], admin),
          before,
        );
        if (last.fromPort === undefined) return;
        notBetter(openPorts([...group, { ...last, fromPort: 0, toPort: 65_535 }], admin), before);
      }),
    );
  });

  it('is judged the same in any order of its rules', () => {
    fc.assert(
      fc.property(
        rules.chain((group) =>
          fc.tuple(fc.constant(group), fc.shuffledSubarray(group, { minLength: group.length })),
        ),
        ([group, shuffled]) => {
          expect(openPorts(shuffled, admin)).toEqual(openPorts(group, admin));
          expect(allTraffic(shuffled, 'ipv4')).toEqual(allTraffic(group, 'ipv4'));
        },
      ),
    );
  });

  it('is judged the same with its CIDRs cut in two', () => {
    fc.assert(
      fc.property(rules, (group) => {
        const cut = group.map((one) => ({ ...one, ipv4: one.ipv4.flatMap(halvesOf) }));
        expect(severities(openPorts(cut, admin))).toEqual(severities(openPorts(group, admin)));
      }),
    );
  });

  it('is judged the same with one rule for each of its CIDRs', () => {
    fc.assert(
      fc.property(rules, (group) => {
        const cut = group.flatMap((one) => [
          ...one.ipv4.map((cidr) => ({ ...one, ipv4: [cidr], prefixLists: [] })),
          { ...one, ipv4: [] },
        ]);
        expect(openPorts(cut, admin)).toEqual(openPorts(group, admin));
        expect(allTraffic(cut, 'ipv4')).toEqual(allTraffic(group, 'ipv4'));
      }),
    );
  });
});
