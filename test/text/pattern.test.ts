/** Patterns of names: the whole text, and a star for any letters. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasStar, patternOf } from '../../src/text/pattern.ts';

/** The pattern that the text alone fits. */
function escapePattern(text: string): string {
  return text.replace(/[*\\]/g, '\\$&');
}

/** Few letters, so that texts and patterns meet. */
const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\\', '*', '\n') });

/** The same by the book: a regular expression. */
function asExpression(pattern: string): RegExp {
  const parts = pattern.match(/\\[*\\]|[^]/g) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '[^]*';
    return (part.length === 2 ? part.slice(1) : part).replace(/[.*\\]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$(?![^])`);
}

it('a pattern fits what the regular expression of it fits', () => {
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      expect(patternOf(pattern)(text)).toBe(asExpression(pattern).test(text));
    }),
  );
});

it('an escaped text fits itself alone', () => {
  fc.assert(
    fc.property(letters, letters, (text, other) => {
      const fits = patternOf(escapePattern(text));
      expect(hasStar(escapePattern(text))).toBe(false);
      expect(fits(text)).toBe(true);
      expect(fits(other)).toBe(other === text);
    }),
  );
});

it('a text with a star in the place of any part of it fits', () => {
  fc.assert(
    fc.property(letters, letters, letters, (before, part, after) => {
      const pattern = `${escapePattern(before)}*${escapePattern(after)}`;
      expect(patternOf(pattern)(before + part + after)).toBe(true);
    }),
  );
});
