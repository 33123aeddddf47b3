import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, normaliseGlob, overlaps } from '../../src/policy/match.ts';

const name = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 7 });
const glob = fc
  .string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 6 })
  .map(normaliseGlob);

/** The definition, by recursion: too slow for hostile patterns, right for short ones. */
function matchesByDefinition(pattern: string, text: string): boolean {
  const [head] = pattern;
  if (head === undefined) return text === '';
  const rest = pattern.slice(1);
  if (head === '*') {
    return (
      matchesByDefinition(rest, text) ||
      (text !== '' && matchesByDefinition(pattern, text.slice(1)))
    );
  }
  return (
    text !== '' && (head === '?' || head === text[0]) && matchesByDefinition(rest, text.slice(1))
  );
}

describe('covers', () => {
  it('matches names as wildcards are defined', () => {
    fc.assert(
      fc.property(glob, name, (pattern, text) => {
        expect(covers(pattern, text)).toBe(matchesByDefinition(pattern, text));
      }),
    );
  });

  it('says of a pattern that it covers another only if it matches all that the other matches', () => {
    fc.assert(
      fc.property(glob, glob, name, (outer, inner, text) => {
        if (!covers(outer, inner) || !matchesByDefinition(inner, text)) return;
        expect(matchesByDefinition(outer, text)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['s3:*', 's3:get*', true],
    ['s3:get*', 's3:*', false],
    ['*?', '?*', true],
    ['s3:?et*', 's3:get*', true],
    ['s3:get*', 's3:?et*', false],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b', false],
  ])('%s against %s: %s', (outer, inner, expected) => {
    expect(covers(normaliseGlob(outer), normaliseGlob(inner))).toBe(expected);
  });

  it('comes back from patterns that make backtracking matchers explode', () => {
    expect(covers(`${'a*'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false);
    expect(overlaps(`${'a*'.repeat(250)}b`, `${'*a'.repeat(250)}c`)).toBe(false);
  });
});

describe('overlaps', () => {
  it('holds whenever some name is matched by both', () => {
    fc.assert(
      fc.property(glob, glob, name, (a, b, text) => {
        fc.pre(matchesByDefinition(a, text) && matchesByDefinition(b, text));
        expect(overlaps(a, b)).toBe(true);
        expect(overlaps(b, a)).toBe(true);
      }),
    );
  });

  it.each([
    ['s3:g*', 's3:*t', true],
    ['s3:get*', 's3:put*', false],
    ['iam:*', 's3:*', false],
    ['a?c', 'ab?', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
  });
});
