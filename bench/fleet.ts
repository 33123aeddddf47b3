/**
 * `npm run bench:fleet`: what a report over many accounts costs. `5000` writes so many generated summaries into a folder, and the
 * built command line makes the report of them, in a process of its own. `8x2560` scans eight generated accounts of 2,560
 * resources at once, in one process.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { AccountSummary } from '../src/fleet/summary.ts';
import { digestOfBytes } from '../src/run/manifest/digest.ts';
import { type Manifest, manifestSchema } from '../src/run/manifest/shape.ts';
import { manifestText } from '../src/run/manifest/text.ts';
import { program } from '../scripts/program.ts';
import { launch } from '../test/support/browser.ts';
import { scanSeveral, type Several, severalOf } from './organization/scanned.ts';
import { runAt, summaryAt } from './summaries.ts';

const usage = fileURLToPath(new URL('usage.mjs', import.meta.url));

/** As large as that of a scan with these checks. */
function manifestAt({ tool, scan, checks, rules }: AccountSummary, summary: string): Manifest {
  const { id, account, partition, startedAt, finishedAt, status } = scan;
  const hash = '0'.repeat(64);
  return {
    schema: manifestSchema,
    tool,
    scan: { id, account: account.id, partition, startedAt, finishedAt, status },
    scope: { regions: [], skippedRegions: [], selection: {} },
    rules: { sha256: rules, engine: hash },
    parameters: { sha256: hash, set: [] },
    files: [{ name: 'summary.json', ...digestOfBytes(Buffer.from(summary)) }],
    checks: Object.keys(checks).map((check) => ({
      id: check,
      rule: hash,
      findings: 1,
      verdicts: hash,
    })),
  };
}

/** Writes the folders of so many runs. Returns the bytes of all summaries. */
async function writeSummaries(folder: string, count: number): Promise<number> {
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const run = join(folder, runAt(number));
    await mkdir(run);
    const summary = summaryAt(number);
    const line = `${JSON.stringify(summary)}\n`;
    bytes += Buffer.byteLength(line);
    await writeFile(join(run, 'summary.json'), line);
    await writeFile(join(run, 'manifest.json'), manifestText(manifestAt(summary, line)));
  }
  return bytes;
}

async function measure(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'srm-scan-fleet-'));
  try {
    const bytes = await writeSummaries(folder, count);
    const page = join(folder, 'fleet.html');
    const reduced = await ran(folder, ['fleet', folder, '--quiet']);
    print(`${count} accounts, ${(bytes / count / 1000).toFixed(1)} kB a summary`);
    print(`  reduced in ${reduced}`);
    print(`  verified in ${await ran(folder, ['verify', folder])}`);
    print(
      `  fleet.json ${await mb(join(folder, 'fleet.json'))} MB, fleet.html ${await mb(page)} MB`,
    );
    await measurePage(page);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Time and memory of the built command line. */
async function ran(folder: string, args: readonly string[]): Promise<string> {
  const began = performance.now();
  const told = `${folder}.usage.json`;
  const child = spawn(process.execPath, ['--import', usage, program, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, BENCH_USAGE: told },
  });
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - began) / 1000;
  const { maxRSS } = z
    .object({ maxRSS: z.number() })
    .parse(JSON.parse(await readFile(told, 'utf8')));
  await rm(told);
  return `${seconds.toFixed(1)} s, at most ${Math.round(maxRSS / 1000)} MB (exit code ${code})`;
}

async function mb(path: string): Promise<string> {
  return ((await stat(path)).size / 1e6).toFixed(1);
}

/** From the opening to the first row, and from a key to the rows that match, in milliseconds. */
async function measurePage(path: string): Promise<void> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const opened: number[] = [];
    const filtered: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const began = performance.now();
      await page.goto(`file://${path}`);
      await page.locator('#explorer tbody tr').first().waitFor();
      opened.push(performance.now() - began);
      filtered.push(Number(await page.evaluate(filterOnce)));
    }
    print(`  page opens in ${list(opened)} ms, filters in ${list(filtered)} ms`);
  } finally {
    await browser.close();
  }
}

/** Text, because it runs in the page. Ends when the rows are laid out. */
const filterOnce = `(() => {
  const field = document.querySelector('#find');
  const began = performance.now();
  field.value = '77';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - began;
})()`;

function list(numbers: readonly number[]): string {
  return numbers.map((number) => Math.round(number)).join(', ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function measureScans(several: Several): Promise<void> {
  const { faults, ...figures } = await scanSeveral(several);
  const { wallSeconds, cpuSeconds, peakMegabytes, calls, inFlight, connections } = figures;
  print(`${several.count} accounts of ${several.size} resources, scanned at once`);
  print(
    `  at most ${Math.round(peakMegabytes)} MB, ${cpuSeconds.toFixed(1)} s of CPU, ${wallSeconds.toFixed(1)} s`,
  );
  print(`  ${calls} calls, ${inFlight} in flight at most, ${connections} connections`);
  if (faults.length === 0) return;
  print(`  asked twice or not answered: ${faults.join(', ')}`);
  process.exitCode = 1;
}

const usual = ['25', '1000', '5000', '8x2560', '8x6600'];
const asked = process.argv.slice(2);
for (const what of asked.length > 0 ? asked : usual) {
  const several = severalOf(what);
  if (several) await measureScans(several);
  else if (/^[1-9]\d*$/.test(what)) await measure(Number(what));
  else
    throw new Error(`"${what}": name how many summaries, or accounts by their size, like 8x2560`);
}
