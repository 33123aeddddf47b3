import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyBetween,
  type Bits,
  bitsWhere,
  difference,
  intersect,
  intersection,
  isEmpty,
  union,
} from '../../src/policy/bits.ts';

const size = 100;
const numbers = fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 8 });
const bitsOf = (all: readonly number[]) => bitsWhere(size, (at) => all.includes(at));
const holds = (bits: Bits, at: number) => anyBetween(bits, at, at + 1);
const numbersOf = (bits: Bits) =>
  Array.from({ length: size + 28 }, (_, at) => at).filter((at) => holds(bits, at));
const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b);

describe('sets of small numbers are the sets that they stand for', () => {
  it('one by one', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        expect(numbersOf(bitsOf(all))).toEqual(sorted(all));
        expect(isEmpty(bitsOf(all))).toBe(all.length === 0);
      }),
    );
  });

  it('together', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const both = a.filter((at) => b.includes(at));
        const [ofA, ofB] = [bitsOf(a), bitsOf(b)];
        expect(numbersOf(union(ofA, ofB))).toEqual(sorted([...new Set([...a, ...b])]));
        expect(numbersOf(intersection(ofA, ofB))).toEqual(sorted(both));
        expect(numbersOf(difference(ofA, ofB))).toEqual(sorted(a.filter((at) => !b.includes(at))));
        expect(intersect(ofA, ofB)).toBe(both.length > 0);
      }),
    );
  });

  it('between two numbers', () => {
    const edge = fc.nat({ max: size });
    fc.assert(
      fc.property(numbers, edge, edge, (all, from, to) => {
        const expected = all.some((at) => at >= from && at < to);
        expect(anyBetween(bitsOf(all), from, to)).toBe(expected);
      }),
    );
  });

  it('hold nothing beyond their end, where a word begins', () => {
    expect(bitsWhere(64, () => true)).toHaveLength(2);
    expect(bitsWhere(33, (at) => at === 32)).toEqual(Uint32Array.of(0, 1));
    expect(
      anyBetween(
        bitsWhere(64, (at) => at === 32),
        0,
        32,
      ),
    ).toBe(false);
    expect(
      anyBetween(
        bitsWhere(64, (at) => at === 31),
        32,
        64,
      ),
    ).toBe(false);
  });
});
