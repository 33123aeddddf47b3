import type { AddressRange } from './cidr.ts';

/** A set of addresses of one family: ranges in ascending order that neither overlap nor touch. */
export type AddressSet = readonly AddressRange[];

/** The union of ranges in any order; neighbours become one, so two halves are the whole. */
export function union(ranges: readonly AddressRange[]): AddressSet {
  const merged: AddressRange[] = [];
  for (const range of ranges.toSorted(byFirstAddress)) {
    const previous = merged.at(-1);
    if (previous === undefined || range.first > previous.last + 1n) {
      merged.push({ first: range.first, last: range.last });
    } else if (range.last > previous.last) {
      merged[merged.length - 1] = { first: previous.first, last: range.last };
    }
  }
  return merged;
}

/** The addresses of `set` that are not in `removed`. */
export function subtract(set: AddressSet, removed: AddressSet): AddressSet {
  const left: AddressRange[] = [];
  for (const range of set) {
    let first = range.first;
    for (const hole of removed) {
      if (hole.last < first) continue;
      if (hole.first > range.last) break;
      if (hole.first > first) left.push({ first, last: hole.first - 1n });
      first = hole.last + 1n;
    }
    if (first <= range.last) left.push({ first, last: range.last });
  }
  return left;
}

/** The addresses that are in both sets. */
export function intersect(a: AddressSet, b: AddressSet): AddressSet {
  return subtract(a, subtract(a, b));
}

/** Whether every address of `wanted` is in `set`. */
export function includesAddresses(set: AddressSet, wanted: AddressSet): boolean {
  return subtract(wanted, set).length === 0;
}

/** The number of addresses in a set. */
export function sizeOf(set: AddressSet): bigint {
  return set.reduce((size, range) => size + range.last - range.first + 1n, 0n);
}

function byFirstAddress(a: AddressRange, b: AddressRange): number {
  if (a.first === b.first) return 0;
  return a.first < b.first ? -1 : 1;
}
