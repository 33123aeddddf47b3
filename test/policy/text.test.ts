import { describe, expect, it } from 'vitest';
import { clauses, listed, shortName, statementLabel } from '../../src/policy/text.ts';

describe('names out of policies', () => {
  it.each([
    ['s3:GetObject', 's3:GetObject'],
    [' ~', ' ~'],
    ['a\nb\tc\u001b[31m', 'a<U+000A>b<U+0009>c<U+001B>[31m'],
    ['\u007fé\u202e', '<U+007F>é<U+202E>'],
    ['x'.repeat(64), 'x'.repeat(64)],
    ['x'.repeat(65), `${'x'.repeat(63)}…`],
  ])('%j is shown as %j', (value, shown) => {
    expect(shortName(value)).toBe(shown);
  });

  it('are listed up to five, or as many as asked for', () => {
    expect(listed([])).toBe('');
    expect(listed(['a', 'b\n'])).toBe('a, b<U+000A>');
    expect(listed(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d, e');
    expect(listed(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a, b, c, d, e and 2 more');
    expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
  });

  it('explain with three clauses at most', () => {
    expect(clauses([])).toBe('');
    expect(clauses(['a'])).toBe('; a');
    expect(clauses(['a', 'b', 'c', 'd'])).toBe('; a; b; c');
  });

  it('call a statement by its place and its Sid', () => {
    expect(statementLabel({ index: 3, sid: undefined })).toBe('statement 3');
    expect(statementLabel({ index: 3, sid: 'Read\n' })).toBe('statement 3 (Sid Read<U+000A>)');
  });
});
