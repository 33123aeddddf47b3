import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noBits, setBit } from '../../src/policy/bits.ts';
import { setCovers } from '../../src/policy/coverage.ts';
import type { PatternSet } from '../../src/policy/document.ts';
import { indexGlobs } from '../../src/policy/glob-index.ts';
import { covers, normaliseGlob, overlaps } from '../../src/policy/match.ts';
import { indexSets } from '../../src/policy/set-index.ts';
import { workUpTo } from '../../src/policy/work.ts';

const glob = fc
  .string({ unit: fc.constantFrom('a', 'b', ':', '*', '?', 'é'), maxLength: 6 })
  .map(normaliseGlob);
// Long ones reach from one word of 32 bits into the next.
const longGlob = fc
  .string({ unit: fc.constantFrom('a', 'a', 'b', '*', '?'), maxLength: 70 })
  .map(normaliseGlob);
const globs = fc.array(fc.oneof(glob, longGlob), { maxLength: 12 });
const lists = fc.array(globs, { maxLength: 40 });
const target = fc.oneof(glob, longGlob);
const set: fc.Arbitrary<PatternSet> = fc.record({
  mode: fc.constantFrom('only', 'except'),
  patterns: fc.array(
    glob.map((text) => ({ text, glob: text })),
    { maxLength: 3 },
  ),
});

/** The numbers of those that are true. */
function numbersOf(holds: readonly boolean[]) {
  const bits = noBits(holds.length);
  for (const [at, one] of holds.entries()) if (one) setBit(bits, at);
  return bits;
}

describe('indexGlobs', () => {
  it('says of many globs what covers says of each', () => {
    fc.assert(
      fc.property(lists, target, (owners, target) => {
        const expected = owners.map((globs) => globs.some((glob) => covers(glob, target)));
        expect(indexGlobs(owners, workUpTo()).covering(target)).toEqual(numbersOf(expected));
      }),
      { numRuns: 200 },
    );
  });

  it('says of many globs what overlaps says of each', () => {
    fc.assert(
      fc.property(lists, target, (owners, target) => {
        const expected = owners.map((globs) => globs.some((glob) => overlaps(glob, target)));
        expect(indexGlobs(owners, workUpTo()).overlapping(target)).toEqual(numbersOf(expected));
      }),
      { numRuns: 200 },
    );
  });

  it('says the same when it is asked again', () => {
    const index = indexGlobs([['s3:*'], ['s3:get*', 'iam:*'], []], workUpTo());
    const before = index.covering('s3:put*').slice();
    index.overlapping('s3:put*');
    index.covering('iam:x');
    expect(index.covering('s3:put*')).toEqual(before);
    expect(before).toEqual(numbersOf([true, false, false]));
  });
});

describe('indexSets', () => {
  it('says of many sets what setCovers says of each', () => {
    fc.assert(
      fc.property(fc.array(set, { maxLength: 40 }), glob, (sets, target) => {
        const expected = sets.map((set) => setCovers(set, target));
        expect(indexSets(sets, workUpTo()).covering(target)).toEqual(numbersOf(expected));
      }),
      { numRuns: 200 },
    );
  });

  const only = (...globs: string[]): PatternSet => ({
    mode: 'only',
    patterns: globs.map((glob) => ({ text: glob, glob })),
  });
  const except = (...globs: string[]): PatternSet => ({ ...only(...globs), mode: 'except' });

  it.each([
    [only('a*', 'b'), only('ab', 'b'), true],
    [only('a*'), only('ab', 'b'), false],
    [only('a*'), only(), true],
    [only(), only(), true],
    [only(), only('a'), false],
    [except('c*'), only('ab', 'b'), true],
    [except('c*', 'a*'), only('ab', 'b'), false],
    [except(), only('a'), true],
    [only('*'), except('a'), true],
    [only('a', '*'), except(), true],
    [only('a', '?*'), except('a'), false],
    [only(), except('a'), false],
    [except('ab', 'ac'), except('a*'), true],
    [except('ab', 'b'), except('a*', 'b*'), true],
    [except('ab', 'b'), except('a*'), false],
    [except('a*'), except('ab'), false],
    [except(), except('a'), true],
    [except('a'), except(), false],
    [except('*'), only('a'), false],
  ])('%j takes in all of %j: %s', (outer, inner, expected) => {
    const others = [only('x'), outer, except('*')];
    const found = indexSets(others, workUpTo()).coveringSet(inner);
    expect((found[0] ?? 0) & 2).toBe(expected ? 2 : 0);
  });
});
