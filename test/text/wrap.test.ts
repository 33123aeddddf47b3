import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutEnd, cutStart, wrap } from '../../src/text/wrap.ts';
import { printable } from '../../src/text/printable.ts';

describe('text that can be shown', () => {
  it('has no character that a terminal would obey', () => {
    expect(printable('\u001B[31mred\u0007')).toBe('<U+001B>[31mred<U+0007>');
    expect(printable('invoice\u202Efdp.exe')).toBe('invoice<U+202E>fdp.exe');
    expect(printable('zürich \u{1F5FB} 日本')).toBe('zürich \u{1F5FB} 日本');
  });

  it('is cut between characters', () => {
    expect(cutEnd('abcdef', 4)).toBe('abc…');
    expect(cutStart('abcdef', 4)).toBe('…def');
    expect(cutEnd('\u{1F5FB}\u{1F5FB}\u{1F5FB}', 2)).toBe('\u{1F5FB}…');
    expect(cutEnd('abcd', 4)).toBe('abcd');
  });
});

describe('lines', () => {
  it('hang behind the first', () => {
    expect(wrap('one two three four', { width: 11, indent: 1, hang: 2 })).toEqual([
      ' one two',
      '   three',
      '   four',
    ]);
  });

  it('fit, and hold every character', () => {
    const words = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }));
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 80 }), (all, width) => {
        const text = all.join(' ');
        const lines = wrap(text, { width, indent: 2, hang: 2 });
        expect(Math.max(0, ...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});
