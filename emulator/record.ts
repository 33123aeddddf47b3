/**
 * Records the sample account: the emulator is filled with the sample company by plain SDK calls, and the built scanner
 * records it as it would record an account of AWS. Clock and ids are fixed: where nothing changed, the files are the same,
 * byte for byte; a new service changes its own file alone.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { startGate } from './gate.ts';
import { startMoto } from './moto.ts';
import { plant } from './plant.ts';
import type { Unavailable } from './venv.ts';
import { program } from '../scripts/program.ts';
import { unchainedSchema } from '../src/aws/evidence/record.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** When the sample was scanned, for good. What is planted is so many days older. */
const now = new Date('2026-11-22T17:27:00Z');

/** Writes the files of the sample into `sample`, in the place of those that are there, and answers with their names. */
export async function recordSample(sample: string): Promise<readonly string[] | Unavailable> {
  const moto = await startMoto({ clock: now });
  if ('unavailable' in moto) return moto;
  const gate = await startGate({ upstream: moto.endpoint, clock: now });
  const folder = await mkdtemp(join(tmpdir(), 'srm-scan-sample-'));
  try {
    await plant(gate.endpoint, { now });
    // What every real account has: something that the auditor's role may not read, and a Region closed by the organisation.
    gate.setFaults([
      { match: { service: 'kms', operation: 'GetKeyPolicy', region: 'eu-west-1' }, kind: 'deny' },
      { match: { region: 'sa-east-1' }, kind: 'deny', by: 'scp' },
    ]);
    await scan(gate.endpoint, folder);
    const evidence = gunzipSync(
      await readFile(join(folder, 'latest', 'evidence.ndjson.gz')),
    ).toString();
    return await writeSample(evidence, sample);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await gate.close();
    await moto.stop();
  }
}

async function scan(endpoint: string, output: string): Promise<void> {
  const clock = pathToFileURL(join(root, 'emulator', 'fixed-clock.mjs')).href;
  const role = 'arn:aws:iam::123456789012:role/group-audit-read';
  const options = ['--evidence', '--output', output, '--role-arn', role, '--fail-on', 'none'];
  const child = spawn(process.execPath, ['--import', clock, program, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      EMULATOR_CLOCK: now.toISOString(),
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 && code !== 3) throw new Error(`the scan ended with ${code}`);
}

/**
 * One file a service, as `readSample` reads it: the calls came in any order, and stand in that of their ids. They are not
 * chained: a new service would change every link.
 */
async function writeSample(evidence: string, sample: string): Promise<readonly string[]> {
  const [start = '', ...lines] = evidence.trimEnd().split('\n');
  const calls = lines.slice(0, -1).map((chained) => {
    const line = chained.replace(/"number":\d+,"chain":"\w+",/, '');
    const call: { id: string; service: string } = JSON.parse(line);
    return { ...call, line };
  });
  const services = [...new Set(calls.map((call) => call.service))];
  const {
    selection,
    chain: _none,
    ...head
  }: { selection: object; chain: string } = JSON.parse(start);
  // The mark by which every report of it says that it is a sample.
  const marked = { ...head, schema: unchainedSchema, sample: true, selection };
  const files = new Map([
    ['scan.json', `${JSON.stringify(marked, null, 2)}\n`],
    ...services.map((service): [string, string] => {
      const own = calls.filter((call) => call.service === service);
      const sorted = own.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return [`${service}.ndjson`, sorted.map(({ line }) => `${line}\n`).join('')];
    }),
  ]);
  for (const file of await readdir(sample)) await rm(join(sample, file));
  for (const [name, text] of files) await writeFile(join(sample, name), text);
  return [...files.keys()];
}
