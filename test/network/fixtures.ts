import fc from 'fast-check';
import type { IngressRule } from '../../src/network/security-group.ts';

/** A rule for TCP 22 without any source, but for the given fields. */
export const rule = (fields: Partial<IngressRule>): IngressRule => ({
  protocol: 'tcp',
  fromPort: 22,
  toPort: 22,
  ipv4: [],
  ipv6: [],
  prefixLists: [],
  groups: [],
  ...fields,
});

/** A CIDR with mostly short prefixes, so that unions often cover the Internet. */
export const ipv4Cidr: fc.Arbitrary<string> = fc
  .tuple(
    fc.ipV4(),
    fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 32 })),
  )
  .map(([address, prefix]) => `${address}/${prefix}`);

const HALVES = ['0.0.0.0/1', '128.0.0.0/1', '0.0.0.0/2', '64.0.0.0/2', '10.0.0.0/8', 'not-a-cidr'];

const source = fc.oneof(ipv4Cidr, fc.constantFrom(...HALVES));

const range = fc
  .tuple(fc.constantFrom(0, 1, 20, 22, 23, 3389), fc.constantFrom(22, 3388, 3389, 65_535))
  .map(([fromPort, toPort]) => ({ fromPort, toPort }));

/** A rule of a security group that is about IPv4. */
export const ingressRule: fc.Arbitrary<IngressRule> = fc
  .tuple(
    fc.constantFrom('-1', 'tcp', '6', 'udp', '17', 'icmp', '47'),
    fc.oneof(
      { weight: 6, arbitrary: range },
      { weight: 1, arbitrary: fc.constant({ fromPort: undefined, toPort: undefined }) },
    ),
    fc.array(source, { maxLength: 3 }),
    fc.array(
      fc.oneof(
        fc.constant({ id: 'pl-aws', kind: 'aws' as const }),
        fc.constant({ id: 'pl-unreadable', kind: 'unreadable' as const }),
        fc
          .array(source, { maxLength: 2 })
          .map((cidrs) => ({ id: 'pl-own', kind: 'resolved' as const, cidrs })),
      ),
      { maxLength: 1 },
    ),
  )
  .map(([protocol, ports, ipv4, prefixLists]) => ({
    protocol,
    ...ports,
    ipv4,
    ipv6: [],
    prefixLists,
    groups: [],
  }));
