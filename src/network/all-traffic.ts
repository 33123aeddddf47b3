import type { Family } from './cidr.ts';
import type { Doubt, TrafficGrade } from './exposure.ts';
import { cutAtEdges } from './port-range.ts';
import type { PortRange, PortProtocol } from './port-range.ts';
import { isOtherProtocol } from './protocol.ts';
import { judgeRules, portEdges, resolveRule, rulesFor } from './security-group.ts';
import type { IngressRule, ResolvedRule } from './security-group.ts';

/** A protocol (`-1` for all of them, `tcp`, `udp` or the number of another) of which every port is exposed. */
export interface ExposedProtocol {
  readonly protocol: string;
  readonly sources: readonly string[];
}

/** A protocol of which every port is open, or would be if the doubts were the whole Internet. */
export interface UndecidedProtocol {
  readonly protocol: string;
  readonly doubts: readonly Doubt[];
}

/** The verdict on whole protocols; read it as `PortExposure`. Where `-1` is listed, no other protocol is. */
export interface TrafficExposure {
  readonly open: readonly ExposedProtocol[];
  readonly wide: readonly ExposedProtocol[];
  readonly undecided: readonly UndecidedProtocol[];
}

// Port 0 cannot be used by a service, so 1-65535 is "all ports" as much as 0-65535 is.
const USABLE_PORTS: PortRange = { from: 1, to: 65_535 };

/**
 * Which protocols a security group opens to the Internet as a whole: all of them (`-1`), one other than TCP,
 * UDP, ICMP and ICMPv6 (which EC2 opens on all ports, whatever range the rule names), or every port of TCP
 * or UDP, also when it takes several rules. EC2 API reference, IpPermission.
 */
export function allTraffic(rules: readonly IngressRule[], family: Family): TrafficExposure {
  const resolved = rules.map((rule) => resolveRule(rule, family));
  const others = new Set(resolved.map(({ protocol }) => protocol).filter(isOtherProtocol));

  const verdicts = new Map<string, readonly TrafficGrade[]>();
  for (const protocol of ['-1', ...[...others].toSorted()]) {
    verdicts.set(protocol, [judgeRules(rulesOfProtocol(resolved, protocol), family)]);
  }
  for (const protocol of ['tcp', 'udp'] as const) {
    verdicts.set(protocol, judgeEveryPort(resolved, protocol, family));
  }
  return summarize(verdicts);
}

function rulesOfProtocol(rules: readonly ResolvedRule[], protocol: string): ResolvedRule[] {
  return rules.filter((rule) => rule.protocol === protocol || rule.protocol === '-1');
}

function judgeEveryPort(
  rules: readonly ResolvedRule[],
  protocol: PortProtocol,
  family: Family,
): TrafficGrade[] {
  return cutAtEdges([USABLE_PORTS], portEdges(rules)).map((ports) =>
    judgeRules(rulesFor(rules, protocol, ports), family),
  );
}

function summarize(verdicts: ReadonlyMap<string, readonly TrafficGrade[]>): TrafficExposure {
  const open: ExposedProtocol[] = [];
  const wide: ExposedProtocol[] = [];
  const undecided: UndecidedProtocol[] = [];
  for (const [protocol, pieces] of verdicts) {
    const sources = [...new Set(pieces.flatMap((piece) => piece.sources))].toSorted();
    if (pieces.every(isOpen)) {
      open.push({ protocol, sources });
      continue;
    }
    if (pieces.every(({ grade }) => grade !== 'limited')) wide.push({ protocol, sources });
    if (pieces.every((piece) => isOpen(piece) || piece.doubts.length > 0)) {
      undecided.push({ protocol, doubts: distinct(pieces.flatMap(({ doubts }) => doubts)) });
    }
  }
  return { open: allOrEach(open), wide: allOrEach(wide), undecided: allOrEach(undecided) };
}

function isOpen({ grade }: TrafficGrade): boolean {
  return grade === 'open';
}

function allOrEach<T extends { readonly protocol: string }>(protocols: readonly T[]): readonly T[] {
  const all = protocols.filter(({ protocol }) => protocol === '-1');
  return all.length > 0 ? all : protocols;
}

function distinct(doubts: readonly Doubt[]): Doubt[] {
  return [...new Map(doubts.map((doubt) => [`${doubt.source} ${doubt.reason}`, doubt])).values()];
}
