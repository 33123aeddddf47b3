import { describe, expect, it } from 'vitest';
import {
  includesAddresses,
  intersect,
  sizeOf,
  subtract,
  union,
} from '../../src/network/address-set.ts';

const range = (first: number, last: number) => ({ first: BigInt(first), last: BigInt(last) });

describe('address sets', () => {
  it('unite overlapping, touching and nested ranges, in any order', () => {
    const ranges = [range(20, 29), range(0, 9), range(10, 12), range(11, 15), range(22, 23)];
    expect(union(ranges)).toEqual([range(0, 15), range(20, 29)]);
    expect(union(ranges.toReversed())).toEqual([range(0, 15), range(20, 29)]);
  });

  it('subtract at both ends, in the middle and beyond', () => {
    expect(
      subtract([range(10, 20), range(30, 40)], [range(0, 11), range(14, 15), range(20, 32)]),
    ).toEqual([range(12, 13), range(16, 19), range(33, 40)]);
  });

  it('intersect and count', () => {
    const common = intersect([range(0, 9), range(20, 29)], [range(5, 24)]);
    expect(common).toEqual([range(5, 9), range(20, 24)]);
    expect(sizeOf(common)).toBe(10n);
  });

  it('cover only what they hold whole', () => {
    expect(includesAddresses([range(0, 9), range(10, 20)], [range(5, 15)])).toBe(true);
    expect(includesAddresses([range(0, 9), range(11, 20)], [range(5, 15)])).toBe(false);
    expect(includesAddresses([], [])).toBe(true);
  });
});
