/** F64: a seal that was taken off is missed, whatever the rest of the file says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeEvidence } from '../../src/aws/evidence/write.ts';
import { readSample } from '../../src/run/sample.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const folder = temporaryFolder();
const path = join(folder.path, 'stripped.ndjson');

beforeAll(async () => {
  const { start, end, calls } = await readSample();
  const whole = join(folder.path, 'evidence.ndjson.gz');
  const writer = await writeEvidence(whole, start);
  for (const call of calls.values()) writer.keep(call);
  writer.seal(end);
  await writer.written();
  const lines = gunzipSync(readFileSync(whole)).toString().trimEnd().split('\n');
  const bare = lines.map((line) => {
    const { chain: _chain, number: _number, ...rest } = JSON.parse(line);
    return JSON.stringify(rest).replace('srm-scan/evidence/2', 'srm-scan/evidence/1');
  });
  const [first = '', ...others] = bare;
  const narrowed = first.replace('"services":[]', '"services":["dynamodb"]');
  writeFileSync(path, [narrowed, ...others].join('\n'));
});

afterAll(() => {
  folder.remove();
});

it('F64: evidence without a chain is refused, and nothing is written', async () => {
  const { code, stdout, stderr } = await runCli(['evaluate', path, '--output', folder.path]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('has no chain');
  expect(stderr).toContain('--allow-unsealed');
});

it('F64: it is judged by who says that it is to be believed, and the report says what it is', async () => {
  const { code, stdout } = await runCli([
    ...['evaluate', path, '--allow-unsealed', '--output', folder.path, '--fail-on', 'none'],
  ]);
  // Of a Region of the sample nothing could be read.
  expect(code).toBe(3);
  expect(stdout).toMatch(/not\s+sealed\s+as\s+a\s+whole/);
});
