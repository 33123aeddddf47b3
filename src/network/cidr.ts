import { isIPv4, isIPv6 } from 'node:net';

/** The two IP address families. AWS keeps their rules apart everywhere. */
export type Family = 'ipv4' | 'ipv6';

/** An inclusive range of addresses of one family, as unsigned integers of 32 or 128 bits. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** A parsed CIDR block: its family, and all the addresses it holds. */
export interface Cidr extends AddressRange {
  readonly family: Family;
  readonly prefixLength: number;
}

/** CIDR texts after parsing. What could not be parsed is kept: its meaning is unknown, not empty. */
export interface ParsedCidrs {
  readonly cidrs: readonly Cidr[];
  readonly unparsable: readonly string[];
}

const ADDRESS_BITS = { ipv4: 32, ipv6: 128 } as const satisfies Record<Family, number>;

/**
 * Parses a CIDR block, or a bare address as the block of that one address.
 *
 * Host bits are dropped, as EC2 does. IPv6 may be abbreviated, in any letter case, or end in a dotted
 * IPv4 address (RFC 4291, section 2.2). Returns `undefined` for anything else, zone identifiers and
 * IPv4 octets with leading zeros (octal to some readers, decimal to others) included: treat it as unknown.
 */
export function parseCidr(text: string): Cidr | undefined {
  const [address, prefix, ...rest] = text.trim().split('/');
  if (address === undefined || rest.length > 0) return undefined;

  const family = familyOf(address);
  if (family === undefined) return undefined;

  const bits = ADDRESS_BITS[family];
  const prefixLength = prefix === undefined ? bits : parsePrefixLength(prefix, bits);
  if (prefixLength === undefined) return undefined;

  const value = family === 'ipv4' ? ipv4Value(address) : ipv6Value(address);
  const hostBits = BigInt(bits - prefixLength);
  const first = (value >> hostBits) << hostBits;
  return { family, prefixLength, first, last: first + (1n << hostBits) - 1n };
}

/** Parses several CIDR blocks with {@link parseCidr}, keeping apart those that cannot be parsed. */
export function parseCidrs(texts: readonly string[]): ParsedCidrs {
  const cidrs: Cidr[] = [];
  const unparsable: string[] = [];
  for (const text of texts) {
    const cidr = parseCidr(text);
    if (cidr === undefined) unparsable.push(text);
    else cidrs.push(cidr);
  }
  return { cidrs, unparsable };
}

/** Whether every address of `inner` is also in `outer`. Blocks of different families never contain each other. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** All addresses of a family. */
export function addressSpace(family: Family): AddressRange {
  return { first: 0n, last: (1n << BigInt(ADDRESS_BITS[family])) - 1n };
}

function familyOf(address: string): Family | undefined {
  if (isIPv4(address)) return 'ipv4';
  if (isIPv6(address) && !address.includes('%')) return 'ipv6';
  return undefined;
}

function parsePrefixLength(text: string, bits: number): number | undefined {
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const length = Number(text);
  return length <= bits ? length : undefined;
}

function ipv4Value(address: string): bigint {
  return address.split('.').reduce((value, octet) => value * 256n + BigInt(octet), 0n);
}

function ipv6Value(address: string): bigint {
  const [head = '', tail] = hexGroupsOnly(address).split('::');
  const leading = groupsOf(head);
  const trailing = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: 8 - leading.length - trailing.length }, () => '0');
  return [...leading, ...zeros, ...trailing].reduce(
    (value, group) => value * 65_536n + BigInt(`0x${group}`),
    0n,
  );
}

/** Rewrites a dotted IPv4 ending (`::ffff:192.0.2.1`) as two hexadecimal groups. */
function hexGroupsOnly(address: string): string {
  const lastColon = address.lastIndexOf(':');
  const ending = address.slice(lastColon + 1);
  if (!ending.includes('.')) return address;
  const value = ipv4Value(ending);
  return `${address.slice(0, lastColon + 1)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
