/** F38: rules that let in the same traffic get the same verdict, however they are written. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allTraffic } from '../../src/network/all-traffic.ts';
import type { ExposedPorts } from '../../src/network/exposure.ts';
import { type IngressRule, openPorts } from '../../src/network/security-group.ts';
import { runs } from '../support/property-runs.ts';
import { rule } from '../support/ec2.ts';

/** Lists of rules that let in the same; the first is the plain one. */
type Spellings = readonly (readonly Partial<IngressRule>[])[];

const tcp = { protocol: 'tcp', fromPort: 22, toPort: 22 };
const everything: Spellings = [
  [{ ...tcp, ipv4: ['0.0.0.0/0'] }],
  [{ ...tcp, protocol: '6', ipv4: ['0.0.0.0/0'] }],
  [{ ...tcp, protocol: 'TCP', ipv4: ['203.0.113.7/0'] }],
  [{ ...tcp, ipv4: ['0.0.0.0/1', '128.0.0.0/1'] }],
  [
    { ...tcp, ipv4: ['0.0.0.0/1'] },
    { ...tcp, ipv4: ['128.0.0.0/2', '192.0.0.0/2'] },
  ],
  [{ ...tcp, prefixLists: [{ id: 'pl-1', kind: 'resolved', cidrs: ['0.0.0.0/0'] }] }],
  [
    { ...tcp, ipv4: ['0.0.0.0/0'] },
    { ...tcp, ipv4: ['198.51.100.7/32', '198.51.100.7'] },
  ],
];
const everythingIpv6: Spellings = [
  [{ ...tcp, ipv6: ['::/0'] }],
  [{ ...tcp, ipv6: ['0:0:0:0:0:0:0:0/0'] }],
  [{ ...tcp, ipv6: ['2001:DB8::1/0'] }],
  [{ ...tcp, ipv6: ['::/1', '8000::/1'] }],
];
const office: Spellings = [
  [{ ...tcp, ipv4: ['198.51.100.0/24'] }],
  [{ ...tcp, ipv4: ['198.51.100.7/24'] }],
  [{ ...tcp, ipv4: ['198.51.100.0/25', '198.51.100.128/25'] }],
];
const range: Spellings = [
  [{ protocol: 'tcp', fromPort: 3306, toPort: 3307, ipv4: ['0.0.0.0/0'] }],
  [
    { protocol: 'tcp', fromPort: 3306, toPort: 3306, ipv4: ['0.0.0.0/0'] },
    { protocol: '6', fromPort: 3307, toPort: 3307, ipv4: ['128.0.0.0/1', '0.0.0.0/1'] },
  ],
];
const allOfIt: Spellings = [
  [{ protocol: '-1', ipv4: ['0.0.0.0/0'] }],
  [{ protocol: '-1', fromPort: -1, toPort: -1, ipv4: ['0.0.0.0/0'] }],
  [{ protocol: ' -1 ', ipv4: ['10.0.0.0/0'] }],
];

const spelled = fc
  .constantFrom(everything, everythingIpv6, office, range, allOfIt)
  .chain((spellings) =>
    fc.constantFrom(...spellings).map((other) => ({ plain: spellings[0] ?? [], other })),
  );

const asked = [
  { from: 20, to: 25 },
  { from: 3305, to: 3308 },
];

it('F38 a CIDR, a protocol, a port range or an order written otherwise changes no verdict', () => {
  fc.assert(
    fc.property(
      fc.array(spelled, { minLength: 1, maxLength: 4 }).chain((groups) => {
        const others = groups.flatMap(({ other }) => other);
        return fc.record({
          plain: fc.constant(groups.flatMap(({ plain }) => plain)),
          other: fc.shuffledSubarray(others, { minLength: others.length }),
        });
      }),
      ({ plain, other }) => {
        expect(verdicts(other.map(rule))).toEqual(verdicts(plain.map(rule)));
      },
    ),
    { numRuns: runs(500) },
  );
});

/** What is found, without the names of the sources, which are quoted as they are written. */
function verdicts(rules: readonly IngressRule[]) {
  return (['ipv4', 'ipv6'] as const).map((family) => {
    const query = { family, protocols: ['tcp', 'udp'], ports: asked } as const;
    const { open, wide, undecided } = openPorts(rules, query);
    return {
      open: portsOf(open),
      wide: portsOf(wide),
      undecided: undecided.length,
      all: allTraffic(rules, family).open.map(({ protocol }) => protocol),
    };
  });
}

/** Each port once, since what is blamed for it may differ from its neighbour's. */
function portsOf(exposed: readonly ExposedPorts[]): readonly string[] {
  const ports = exposed.flatMap(({ protocol, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, at) => `${protocol} ${from + at}`),
  );
  return ports.toSorted();
}
