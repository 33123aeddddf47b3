import { includesAddresses, intersect, sizeOf, subtract, union } from './address-set.ts';
import type { AddressSet } from './address-set.ts';
import { parseCidr, parseCidrs } from './cidr.ts';
import type { AddressRange, Cidr, Family } from './cidr.ts';
import { lazily } from '../text/lazily.ts';
import { INTERNET_SPACE, RESERVED_FOR_ALLOCATION, SPECIAL_PURPOSE } from './special-purpose.ts';

/**
 * How much of the Internet a set of sources lets in.
 *
 * - `open`: all of it; see {@link coversInternet}.
 * - `wide`: not all, but more Internet-routable addresses than one /8 (IPv4) or one /32 (IPv6) holds.
 *   AWS draws the line there when it decides whether an S3 bucket policy is public (S3 user guide, "The
 *   meaning of public").
 * - `limited`: anything less, private networks included.
 */
export type SourceGrade = 'open' | 'wide' | 'limited';

interface Internet {
  /** What an Internet source can have as its address. */
  readonly routable: AddressSet;
  /** The part of `routable` that a set must hold to count as the whole Internet. */
  readonly allocated: AddressSet;
  /** The largest number of routable addresses that is not yet `wide`. */
  readonly limit: bigint;
}

const INTERNET = {
  ipv4: lazily(() => internetOf('ipv4', 1n << 24n)),
  ipv6: lazily(() => internetOf('ipv6', 1n << 96n)),
} as const satisfies Record<Family, () => Internet>;

/**
 * Whether CIDRs together let in the whole Internet of one family. CIDRs of the other family are ignored.
 *
 * What they leave out may only be special-purpose, multicast or reserved space: nothing on the Internet
 * sends from there, so `0.0.0.0/0` cut into halves, or without 10.0.0.0/8, is as open as ever.
 */
export function coversInternet(cidrs: readonly Cidr[], family: Family): boolean {
  return gradeAddresses(union(ofFamily(cidrs, family)), family) === 'open';
}

/** Whether a CIDR (or a range) holds any address from which an Internet host can send. */
export function isInternetRoutable(range: Pick<Cidr, 'family' | 'first' | 'last'>): boolean {
  return intersect([range], INTERNET[range.family]().routable).length > 0;
}

/** Grades a set of addresses of one family. */
export function gradeAddresses(addresses: AddressSet, family: Family): SourceGrade {
  const { routable, allocated, limit } = INTERNET[family]();
  if (includesAddresses(addresses, allocated)) return 'open';
  return sizeOf(intersect(addresses, routable)) > limit ? 'wide' : 'limited';
}

/**
 * Grades CIDR texts of one family as one union, for allow lists outside security groups.
 * A text in `unparsable` could be anything: unless the grade is `open` without it, the answer is unknown.
 */
export function gradeSources(
  texts: readonly string[],
  family: Family,
): { grade: SourceGrade; unparsable: readonly string[] } {
  const { cidrs, unparsable } = parseCidrs(texts);
  return { grade: gradeAddresses(union(ofFamily(cidrs, family)), family), unparsable };
}

function ofFamily(cidrs: readonly Cidr[], family: Family): Cidr[] {
  return cidrs.filter((cidr) => cidr.family === family);
}

function internetOf(family: Family, limit: bigint): Internet {
  const space = rangesOf(INTERNET_SPACE[family]);
  const routable = subtract(space, rangesOf(SPECIAL_PURPOSE[family]));
  const allocated = subtract(routable, rangesOf(RESERVED_FOR_ALLOCATION[family]));
  return { routable, allocated, limit };
}

function rangesOf(blocks: readonly string[]): AddressSet {
  const ranges: AddressRange[] = [];
  for (const block of blocks) {
    const cidr = parseCidr(block);
    if (cidr === undefined) throw new Error(`Not a CIDR block: ${block}`);
    ranges.push(cidr);
  }
  return union(ranges);
}
