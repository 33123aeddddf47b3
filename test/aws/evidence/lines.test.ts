import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../../src/aws/evidence/lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'srm-scan-lines-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function linesIn(name: string, text: string): Promise<readonly Line[]> {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  const found: Line[] = [];
  for await (const line of linesOf(path)) found.push(line);
  return found;
}

const whole = (text: string) => ({ text, isWhole: true });

describe.each(['plain', 'packed.gz'])('the lines of a file (%s)', (name) => {
  it.each<[string, string, readonly Line[]]>([
    ['none', '', []],
    ['an empty one', '\n', [whole('')]],
    ['an empty one first, and one between', '\na\n\nb\n', ['', 'a', '', 'b'].map(whole)],
    ['one without an end', 'a\nb', [whole('a'), { text: 'b', isWhole: false }]],
  ])('%s', async (_, text, expected) => {
    expect(await linesIn(name, text)).toEqual(expected);
  });

  it('that are longer than what is read at once, of letters that take several bytes', async () => {
    // An odd number of bytes in front, so that what is read at once ends within a letter.
    const long = `x${'ä€😀'.repeat(40_000)}`;
    expect(await linesIn(name, `${long}\n${long}`)).toEqual([
      whole(long),
      { text: long, isWhole: false },
    ]);
  });
});
