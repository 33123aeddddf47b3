import { parseCidrs } from './cidr.ts';
import type { Family } from './cidr.ts';
import { isPublic, judgePorts, judgeSources } from './exposure.ts';
import type { Doubt, PortExposure, PortQuery, AddressSource, TrafficGrade } from './exposure.ts';
import { includesPorts, meet } from './port-range.ts';
import type { PortRange, PortProtocol } from './port-range.ts';
import { mayApply, normalizeProtocol, portsOf } from './protocol.ts';

/**
 * A prefix list that a rule names.
 *
 * - `aws`: owned by AWS; ranges of a service, never the Internet.
 * - `resolved`: owned by a customer, with its entries (`GetManagedPrefixListEntries`).
 * - `unreadable`: its entries could not be read, so it may hold anything.
 */
export type PrefixListSource =
  | { readonly id: string; readonly kind: 'aws' }
  | { readonly id: string; readonly kind: 'resolved'; readonly cidrs: readonly string[] }
  | { readonly id: string; readonly kind: 'unreadable' };

/**
 * An ingress permission of a security group, in the terms of EC2's `IpPermission`. `groups` (the security
 * groups that are its sources) take no part in any verdict here: a group is not an address range.
 */
export interface IngressRule {
  readonly protocol: string;
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  readonly prefixLists: readonly PrefixListSource[];
  readonly groups: readonly string[];
}

/** A rule seen by the sources of one family. */
export interface ResolvedRule {
  /** See `normalizeProtocol`. */
  readonly protocol: string;
  /** `undefined` for a rule of no known protocol or without a valid range, which EC2 does not accept: unknown, not all. */
  readonly ports: PortRange | undefined;
  readonly sources: readonly AddressSource[];
  readonly doubts: readonly Doubt[];
}

/**
 * Which of the asked ports a security group opens to the Internet. All rules are judged together, port by
 * port: CIDRs and the entries of prefix lists join one union, as EC2 itself adds rules up.
 */
export function openPorts(rules: readonly IngressRule[], query: PortQuery): PortExposure {
  // Most groups have no rule for most ports that are asked for, and large accounts have thousands of groups.
  const resolved = rules
    .filter((rule) => mayBearOn(rule, query))
    .map((rule) => resolveRule(rule, query.family));
  if (resolved.length === 0) return { open: [], wide: [], undecided: [] };
  return judgePorts(query, portEdges(resolved), (protocol, ports) =>
    judgeRules(rulesFor(resolved, protocol, ports), query.family),
  );
}

/** Whether a rule lets in, or for want of a port range may let in, any of what is asked for. */
function mayBearOn(rule: IngressRule, { protocols, ports: wanted }: PortQuery): boolean {
  const protocol = normalizeProtocol(rule.protocol);
  if (!protocols.some((asked) => mayApply(protocol, asked))) return false;
  const ports = portsOf(protocol, rule.fromPort, rule.toPort);
  return ports === undefined || wanted.some((range) => meet(range, ports));
}

/** Reads a rule as Internet sources of one family see it. */
export function resolveRule(rule: IngressRule, family: Family): ResolvedRule {
  const protocol = normalizeProtocol(rule.protocol);
  const cidrs = family === 'ipv4' ? rule.ipv4 : rule.ipv6;
  const parts = [
    ...cidrs.map((cidr) => resolveCidrs(cidr, [cidr], family)),
    ...rule.prefixLists.map((list) => resolvePrefixList(list, family)),
  ];
  return {
    protocol,
    ports: portsOf(protocol, rule.fromPort, rule.toPort),
    sources: parts.flatMap(({ sources }) => sources),
    doubts: parts.flatMap(({ doubts }) => doubts),
  };
}

/** The rules that let a protocol reach the ports, those without a known port range included. */
export function rulesFor(
  rules: readonly ResolvedRule[],
  protocol: PortProtocol,
  wanted: PortRange,
): ResolvedRule[] {
  return rules.filter(
    (rule) =>
      mayApply(rule.protocol, protocol) &&
      (rule.ports === undefined || includesPorts(rule.ports, wanted)),
  );
}

/** Judges the sources of rules that all apply, or for want of a port range may apply, to the same traffic. */
export function judgeRules(rules: readonly ResolvedRule[], family: Family): TrafficGrade {
  const certain = rules.filter(({ ports }) => ports !== undefined);
  const { grade, sources } = judgeSources(sourcesOf(certain), family);
  if (grade === 'open') return { grade, sources: sources.toSorted(), doubts: [] };

  const couldBeOpen = judgeSources(sourcesOf(rules), family).grade === 'open';
  const ofRanges = couldBeOpen ? rules.flatMap((rule) => doubtsOfRange(rule, family)) : [];
  const doubts = [...rules.flatMap((rule) => rule.doubts), ...ofRanges];
  return { grade, sources: sources.toSorted(), doubts: inOrder(doubts) };
}

/** The port ranges between whose edges the verdict on a group cannot change. */
export function portEdges(rules: readonly ResolvedRule[]): PortRange[] {
  return rules.flatMap(({ ports }) => (ports === undefined ? [] : [ports]));
}

function resolvePrefixList(
  list: PrefixListSource,
  family: Family,
): Pick<ResolvedRule, 'sources' | 'doubts'> {
  switch (list.kind) {
    case 'aws':
      return { sources: [], doubts: [] };
    case 'unreadable':
      return { sources: [], doubts: [{ source: list.id, reason: 'unreadable-prefix-list' }] };
    case 'resolved':
      return resolveCidrs(list.id, list.cidrs, family);
  }
}

function resolveCidrs(
  name: string,
  texts: readonly string[],
  family: Family,
): Pick<ResolvedRule, 'sources' | 'doubts'> {
  const { cidrs, unparsable } = parseCidrs(texts);
  return {
    sources: [{ name, addresses: cidrs.filter((cidr) => cidr.family === family) }],
    doubts: unparsable.length > 0 ? [{ source: name, reason: 'unparsable-cidr' }] : [],
  };
}

function sourcesOf(rules: readonly ResolvedRule[]): AddressSource[] {
  return rules.flatMap(({ sources }) => sources);
}

function doubtsOfRange(rule: ResolvedRule, family: Family): Doubt[] {
  if (rule.ports !== undefined) return [];
  return rule.sources
    .filter((source) => isPublic(source, family))
    .map(({ name }) => ({ source: name, reason: 'missing-port-range' }));
}

function inOrder(doubts: readonly Doubt[]): Doubt[] {
  const byKey = new Map(doubts.map((doubt) => [`${doubt.source} ${doubt.reason}`, doubt]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, doubt]) => doubt);
}
