import type { PortProtocol } from './port-range.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);

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

/** Whether a normalized protocol has ports that a rule can name. The "ports" of ICMP are types and codes. */
export function hasPorts(protocol: string): protocol is PortProtocol {
  return protocol === 'tcp' || protocol === 'udp';
}

/** Whether a normalized protocol is neither "all" nor one of those whose ports or types a rule can name. */
export function isOtherProtocol(protocol: string): boolean {
  return protocol !== '-1' && !hasPorts(protocol) && protocol !== 'icmp' && protocol !== 'icmpv6';
}
