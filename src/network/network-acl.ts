import { subtract, union } from './address-set.ts';
import type { AddressSet } from './address-set.ts';
import { addressSpace, parseCidr } from './cidr.ts';
import type { Family } from './cidr.ts';
import { judgePorts, judgeSources } from './exposure.ts';
import type { Doubt, PortExposure, PortQuery, AddressSource, TrafficGrade } from './exposure.ts';
import { ALL_PORTS, includesPorts } from './port-range.ts';
import type { PortRange } from './port-range.ts';
import { hasPorts, isOtherProtocol, mayApply, normalizeProtocol, portsOf } from './protocol.ts';

/** An entry of a network ACL, in the terms of EC2's `NetworkAclEntry`. */
export interface NetworkAclEntry {
  readonly ruleNumber: number;
  readonly egress: boolean;
  readonly allow: boolean;
  readonly protocol: string;
  readonly cidr: string;
  readonly family: Family;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

interface ResolvedEntry {
  readonly allow: boolean;
  readonly protocol: string;
  readonly ports: PortRange | undefined;
  readonly source: AddressSource;
  readonly doubt: Doubt | undefined;
}

/**
 * Which of the asked ports a network ACL lets the Internet reach (inbound entries only).
 *
 * Entries apply in ascending order, and the first that matches an address, protocol and port decides on it
 * (VPC user guide, "Network ACL rules"). So a deny takes its addresses from every later allow, no more: one
 * of TCP leaves UDP as it was, and one of a few sources leaves the others. What is allowed in the end is
 * graded as one union.
 */
export function portsLetIn(entries: readonly NetworkAclEntry[], query: PortQuery): PortExposure {
  const inbound = inboundOf(entries, query.family);
  const edges = inbound.flatMap(({ ports }) => (ports === undefined ? [] : [ports]));
  return judgePorts(query, edges, (protocol, ports) =>
    judgeEntries(entriesFor(inbound, protocol, ports), query.family),
  );
}

/** Traffic of one family from the Internet to a subnet: what a security group lets through, and a network ACL may not. */
export interface Traffic {
  readonly family: Family;
  /** `tcp`, `udp`, the number of another protocol, or `-1` for all of them. */
  readonly protocol: string;
  readonly ports: PortRange;
}

/**
 * Whether a network ACL lets the Internet, or much of it, send any of the traffic. Only inbound entries count: what goes
 * back is not needed to send. `undefined` where an entry that cannot be understood decides.
 */
export function letsIn(
  entries: readonly NetworkAclEntry[],
  { family, protocol, ports }: Traffic,
): boolean | undefined {
  const inbound = inboundOf(entries, family);
  const verdicts = protocolsOf(protocol, inbound).map((each) => {
    if (!hasPorts(each)) {
      const { grade, doubts } = judgeEntries(entriesFor(inbound, each, ALL_PORTS), family);
      if (grade !== 'limited') return true;
      return doubts.length > 0 ? undefined : false;
    }
    const { open, wide, undecided } = portsLetIn(entries, {
      family,
      protocols: [each],
      ports: [ports],
    });
    if (open.length > 0 || wide.length > 0) return true;
    return undecided.length > 0 ? undefined : false;
  });
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

/** A protocol that no entry names stands for all of these. ICMP reaches nothing that listens. */
const unnamed = '253';

function protocolsOf(protocol: string, inbound: readonly ResolvedEntry[]): readonly string[] {
  if (protocol !== '-1') return [protocol];
  const named = inbound.map((entry) => entry.protocol).filter(isOtherProtocol);
  return [...new Set(['tcp', 'udp', unnamed, ...named])];
}

function inboundOf(entries: readonly NetworkAclEntry[], family: Family): readonly ResolvedEntry[] {
  return entries
    .filter((entry) => !entry.egress && entry.family === family)
    .toSorted((a, b) => a.ruleNumber - b.ruleNumber)
    .map(resolveEntry);
}

function resolveEntry(entry: NetworkAclEntry): ResolvedEntry {
  const protocol = normalizeProtocol(entry.protocol);
  const ports = portsOf(protocol, entry.from, entry.to);
  const cidr = parseCidr(entry.cidr);
  const isReadable = cidr !== undefined && cidr.family === entry.family;
  const name = `rule ${entry.ruleNumber}: ${entry.cidr}`;
  return {
    allow: entry.allow,
    protocol,
    ports,
    source: { name, addresses: isReadable ? [cidr] : [addressSpace(entry.family)] },
    doubt: doubtOf(name, isReadable, ports),
  };
}

function doubtOf(
  source: string,
  isReadable: boolean,
  ports: PortRange | undefined,
): Doubt | undefined {
  if (!isReadable) return { source, reason: 'unparsable-cidr' };
  if (ports === undefined) return { source, reason: 'missing-port-range' };
  return undefined;
}

function entriesFor(
  entries: readonly ResolvedEntry[],
  protocol: string,
  wanted: PortRange,
): ResolvedEntry[] {
  return entries.filter(
    (entry) =>
      mayApply(entry.protocol, protocol) &&
      (entry.ports === undefined || includesPorts(entry.ports, wanted)),
  );
}

/** Judges with each doubtful entry read as strictly as can be; if that is not open, as loosely as can be. */
function judgeEntries(entries: readonly ResolvedEntry[], family: Family): TrafficGrade {
  const strict = entries.filter(({ allow, doubt }) => doubt === undefined || !allow);
  const { grade, sources } = judgeSources(allowedSources(strict), family);
  if (grade === 'open') return { grade, sources, doubts: [] };

  const loose = entries.filter(({ allow, doubt }) => doubt === undefined || allow);
  const couldBeOpen = judgeSources(allowedSources(loose), family).grade === 'open';
  const doubts = entries.flatMap(({ doubt }) => (doubt === undefined ? [] : [doubt]));
  return { grade, sources, doubts: couldBeOpen ? doubts : [] };
}

/** The allow entries, each with the addresses that no earlier entry has decided on. */
function allowedSources(entries: readonly ResolvedEntry[]): AddressSource[] {
  const allowed: AddressSource[] = [];
  let decided: AddressSet = [];
  for (const { allow, source } of entries) {
    const addresses = subtract(union(source.addresses), decided);
    if (allow) allowed.push({ name: source.name, addresses });
    decided = union([...decided, ...source.addresses]);
  }
  return allowed;
}
