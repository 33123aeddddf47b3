/** A text that is deeper than a parser is trusted with is told before it is parsed, and no other text is. */
import { describe, expect, it } from 'vitest';
import { lineTooDeep } from '../../src/configuration/depth.ts';

describe('a text that is too deep', () => {
  it.each([
    ['lists in lists', `a: 1\nb: ${'['.repeat(9000)}${']'.repeat(9000)}`, 2],
    ['objects in objects', '{"x":'.repeat(9000), 1],
    ['lists that begin in one line', `a:\n${'- '.repeat(9000)}b`, 2],
    ['keys that begin in one line', `${'? '.repeat(9000)}b`, 1],
    ['lists behind ends of none', `${']'.repeat(9000)}${'['.repeat(9000)}`, 1],
    ['members below members', `a:\r\n  b:\r\n${' '.repeat(501)}c: d`, 3],
  ])('is told by its line: %s', (_, text, line) => {
    expect(lineTooDeep(text)).toBe(line);
  });

  it.each([
    ['as deep as files are', 'a:\n  - b: [1, {c: [d]}]\n    e: f\n'],
    ['many lists, one beside another', `[${'[1], '.repeat(5000)}2]`],
    [
      'brackets in texts',
      `a: "${'['.repeat(300)}"\nb: '${'{'.repeat(300)}'\nc: ${'-'.repeat(300)}`,
    ],
    ['a text of many lines with columns of its own', `a: |\n${' '.repeat(600)}b\n`],
    ['a list of texts of lines', '- |\n  text\n'.repeat(300)],
    ['brackets in a remark', `# ${'['.repeat(300)}\na: b`],
  ])('is none that is %s', (_, text) => {
    expect(lineTooDeep(text)).toBeUndefined();
  });
});
