import { ALL_PORTS, type PortProtocol, type PortRange, toPortRange } from './port-range.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);

const named: ReadonlySet<string> = new Set(NAMES.values());

/**
 * The one spelling of a protocol of a security group rule or network ACL entry: `-1` for all protocols,
 * `tcp`, `udp`, `icmp`, `icmpv6`, and the number of any other (EC2 API reference, IpPermission: names and
 * numbers are both valid).
 */
export function normalizeProtocol(protocol: string): string {
  const text = protocol.trim().toLowerCase();
  const number = /^\d+$/.test(text) ? String(Number(text)) : text;
  return NAMES.get(number) ?? number;
}

/** Whether a normalized protocol is one at all: all, one of the names, or a number of IANA's list. */
export function isProtocol(protocol: string): boolean {
  return (
    protocol === '-1' || named.has(protocol) || (/^\d+$/.test(protocol) && Number(protocol) <= 255)
  );
}

/** Whether a rule of the one protocol applies to the other. A rule of a protocol that is none may apply to any. */
export function mayApply(ofRule: string, protocol: string): boolean {
  return ofRule === '-1' || ofRule === protocol || !isProtocol(ofRule);
}

/** The ports of a rule: all where its protocol has none; `undefined` where they cannot be told. */
export function portsOf(
  protocol: string,
  from: number | undefined,
  to: number | undefined,
): PortRange | undefined {
  if (hasPorts(protocol)) return toPortRange(from, to);
  return isProtocol(protocol) ? ALL_PORTS : undefined;
}

/** Whether a normalized protocol has ports that a rule can name. The "ports" of ICMP are types and codes. */
export function hasPorts(protocol: string): protocol is PortProtocol {
  return protocol === 'tcp' || protocol === 'udp';
}

/** Whether a normalized protocol is neither "all" nor one of those whose ports or types a rule can name. */
export function isOtherProtocol(protocol: string): boolean {
  return protocol !== '-1' && !hasPorts(protocol) && protocol !== 'icmp' && protocol !== 'icmpv6';
}
