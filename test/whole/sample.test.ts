/** The sample account is what the emulator and the scanner make of the plant today, and in any order of calls. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { recordSample } from '../../emulator/record.ts';

const committed = fileURLToPath(new URL('../../sample', import.meta.url));
const fresh = await mkdtemp(join(tmpdir(), 'srm-scan-test-'));
afterAll(() => rm(fresh, { recursive: true }));

it('is recorded again byte for byte', async ({ skip }) => {
  const written = await recordSample(fresh);
  if ('unavailable' in written) {
    if (process.env['CI']) throw new Error(written.unavailable);
    skip(`left out: the sample cannot be recorded here. ${written.unavailable}`);
  }
  const calls = async (folder: string) => {
    // scan.json names the version that recorded it.
    const files = (await readdir(folder)).filter((name) => name.endsWith('.ndjson')).toSorted();
    return Promise.all(
      files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]),
    );
  };
  const [before, now] = await Promise.all([calls(committed), calls(fresh)]);
  expect(now.map(([name]) => name)).toEqual(before.map(([name]) => name));
  const changed = now.filter(([, text], index) => text !== before[index]?.[1]);
  expect(
    changed.map(([name]) => name),
    'run `npm run record-sample` and look what changed',
  ).toEqual([]);
  // It builds the account and scans it: a minute where the machine has other work.
}, 300_000);
