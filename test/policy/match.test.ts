import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, hasWildcard, normaliseGlob, overlaps } from '../../src/policy/match.ts';

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

  it.each([
    ['a*', '*a', true],
    ['a*b', 'a*c', false],
    ['ab*', 'a?*', true],
    ['ab*', '?c*', false],
    ['*ab', '*?b', true],
    ['*ab', '*cb', false],
    ['a*', 'b', false],
    ['a*b', 'ab', true],
    ['a*b', 'a', false],
    ['ab*ba', 'aba', false],
    ['??', 'a*', true],
    ['??', 'a', false],
    ['a?', '?b', true],
    ['a?', 'b?', false],
    ['', '*', true],
    ['', 'a*', false],
    ['', '', true],
  ])('%j and %j in both orders: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });

  it('holds only where some name is matched by both', () => {
    const names = (length: number): string[] =>
      length === 0
        ? ['']
        : ['', ...['a', 'b'].flatMap((one) => names(length - 1).map((rest) => one + rest))];
    const all = [...new Set(names(7))];
    const short = fc
      .string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 })
      .map(normaliseGlob);
    fc.assert(
      fc.property(short, short, (a, b) => {
        const common = all.some(
          (text) => matchesByDefinition(a, text) && matchesByDefinition(b, text),
        );
        expect(overlaps(a, b)).toBe(common);
      }),
    );
  });
});

describe('patterns in one spelling', () => {
  it.each([
    ['**', '*'],
    ['*?', '?*'],
    ['?*?*', '??*'],
    ['??', '??'],
    ['a**b?*c', 'a*b?*c'],
    ['abc', 'abc'],
    ['', ''],
  ])('%s is %s', (pattern, normal) => {
    expect(normaliseGlob(pattern)).toBe(normal);
  });

  it.each([
    ['a*', true],
    ['?', true],
    ['abc', false],
    ['', false],
  ])('%j has a wildcard: %s', (value, expected) => {
    expect(hasWildcard(value)).toBe(expected);
  });
});
