/** A report is read in chunks: wherever they end, its parts are those that JSON.parse tells. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Part, partsOf } from '../../src/compare/json-parts.ts';
import { temporaryFolder } from '../support/run-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

/** Bytes that are read at once. */
const chunk = 262_144;
const wanted = new Set(['list', 'last', 'own']);

async function read(text: string): Promise<readonly Part[]> {
  const path = join(folder.path, 'parts.json');
  writeFileSync(path, text);
  const parts: Part[] = [];
  for await (const some of partsOf(path, wanted)) parts.push(...some);
  return parts;
}

const list = [
  'a"b\\',
  { text: '}],{["\\"', deep: [[1, { two: [] }]] },
  -1.5e3,
  true,
  null,
  [],
  'é😀',
];
const content = JSON.stringify({ own: 7, other: [{ skipped: ']' }], list, last: { end: '"' } });

it('wherever a chunk ends', async () => {
  for (let at = 0; at <= Buffer.byteLength(content); at += 1) {
    const parts = await read(' '.repeat(chunk - at) + content);
    const values = parts.map(({ member, value }) => [member, value]);
    expect(values, `the chunk ends after ${at} bytes`).toEqual([
      ['own', 7],
      ...list.map((each) => ['list', each]),
      ['last', { end: '"' }],
    ]);
  }
});

it('each with the line on which it begins', async () => {
  const text = '{\n"own":\n1,\n"list": [\n{\n"a": 1\n},\n2\n]\n}\n';
  expect((await read(text)).map(({ line }) => line)).toEqual([3, 5, 8]);
});

it.each([
  ['nothing', ''],
  ['a list', '[]'],
  ['no end', '{"own": 1'],
  ['a second object', '{} {}'],
  ['a name that is none', '{1: 2}'],
  ['no colon', '{"own" 1}'],
  ['no comma', '{"list": [1 2 "x"]}'],
  ['a bracket that closes nothing', '{"own": ]}'],
  ['a word', '{"own": tru}'],
])('refuses %s', async (_, text) => {
  await expect(read(text)).rejects.toThrow(/parts\.json:\d+: .*(no report of srm-scan)/);
});
