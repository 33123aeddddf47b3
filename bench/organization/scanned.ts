/** Generated accounts, scanned several at once by the built command line in one process: what that takes, and what it sends. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BucketOf } from '../../emulator/gate/buckets.ts';
import { fleetShape } from '../../src/fleet/model.ts';
import { sizes } from '../account/sizes.ts';
import type { SizeName } from '../account/sizes.ts';
import { reportsIn, run } from '../cli.ts';
import { askedIn } from '../questions.ts';
import { documentedBucket } from '../rates.ts';
import { openAccounts } from './accounts.ts';

export interface Several {
  readonly count: number;
  readonly size: SizeName;
}

/** `8x2560`: eight accounts of 2,560 resources each. Undefined for anything else. */
export function severalOf(text: string): Several | undefined {
  const [, count = '', name = ''] = /^(\d{1,3})x(\d+)$/.exec(text) ?? [];
  return isSize(name) && Number(count) > 0 ? { count: Number(count), size: name } : undefined;
}

function isSize(name: string): name is SizeName {
  return name in sizes;
}

export interface Scanned {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly calls: number;
  /** Most requests open at one moment. */
  readonly inFlight: number;
  readonly connections: number;
  /** What the scans sent, by service, as fleet.json has it. */
  readonly requests: Readonly<Record<string, number>>;
  readonly findings: number;
  /** Of the files of all accounts. */
  readonly bytes: number;
  /** Questions that were put twice by one account, and what nobody could answer: neither should be. */
  readonly faults: readonly string[];
}

/** Milliseconds to AWS and back within a continent. */
const latency = 60;

/** As many at once as are named, each held to AWS's rates by itself. */
export async function scanSeveral({ count, size }: Several): Promise<Scanned> {
  const folder = await mkdtemp(join(tmpdir(), 'srm-scan-accounts-'));
  const { gate, ids } = await openAccounts(Array.from({ length: count }, () => size));
  try {
    gate.setLatency({ milliseconds: latency });
    gate.setBuckets(bucketOfEach);
    const list = join(folder, 'accounts.txt');
    await writeFile(list, ids.join('\n'));
    const parallel = String(Math.min(count, 8));
    const to = ['--output', reportsIn(folder), '--quiet'];
    const ran = await run(
      ['--accounts', list, '--parallel', parallel, '--external-id', '42', ...to],
      gate.endpoint,
      folder,
    );
    const calls = gate.calls.list();
    const asked = ids.map((id) => askedIn(calls.filter((call) => call.accessKeyId.includes(id))));
    const { wallSeconds, cpuSeconds, peakMegabytes } = ran;
    return {
      wallSeconds,
      cpuSeconds,
      peakMegabytes,
      calls: calls.length,
      inFlight: gate.calls.maxInFlight(),
      connections: gate.calls.connections(),
      ...(await leftIn(join(reportsIn(folder), 'latest'))),
      faults: asked.flatMap(({ repeated, unanswered }) => [...repeated, ...unanswered]),
    };
  } finally {
    await gate.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function leftIn(folder: string): Promise<Pick<Scanned, 'requests' | 'findings' | 'bytes'>> {
  const text = await readFile(join(folder, 'fleet.json'), 'utf8');
  const { requests, totals } = fleetShape.parse(JSON.parse(text));
  let bytes = 0;
  for (const run of await readdir(folder, { withFileTypes: true })) {
    if (!run.isDirectory()) continue;
    for (const file of await readdir(join(folder, run.name))) {
      bytes += (await stat(join(folder, run.name, file))).size;
    }
  }
  const findings = Object.values(totals.byOutcome).reduce((sum, number) => sum + number, 0);
  return { requests, findings, bytes };
}

/** AWS's buckets are of one account. */
const bucketOfEach: BucketOf = (request) => {
  const bucket = documentedBucket(request);
  return bucket && { ...bucket, name: `${request.accessKeyId} ${bucket.name}` };
};
