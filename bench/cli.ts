/** Runs the built program as a user does, as a process of its own, and measures that process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { program } from '../scripts/program.ts';
import { readReported } from './reported.ts';
import type { Reported } from './reported.ts';

const preload = new URL('./usage.mjs', import.meta.url).href;

/** Node's `process.resourceUsage()`: microseconds and kilobytes. */
const Usage = z.object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() });

/** One run of the program. */
export interface Run {
  readonly wallSeconds: number;
  /** User and system time of all its threads. */
  readonly cpuSeconds: number;
  /** Largest resident set. */
  readonly peakMegabytes: number;
  /** Undefined where the command writes no report. */
  readonly report: Reported | undefined;
  /** Megabytes of the files; undefined where the command does not write them. */
  readonly size: { readonly json: number | undefined; readonly html: number | undefined };
}

/** The machine's own AWS settings, Node options and proxies stay out: only what a run is given counts. */
function environment(endpoint: string, folder: string): Record<string, string> {
  const none = join(folder, 'no-such-file');
  return {
    PATH: process.env['PATH'] ?? '',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'unused',
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: none,
    AWS_SHARED_CREDENTIALS_FILE: none,
    BENCH_USAGE: join(folder, 'usage.json'),
  };
}

/** Where a measured run leaves its folder: gone before the next, which may have another moment or the same. */
export function reportsIn(folder: string): string {
  return join(folder, 'reports');
}

/** Where the warm-up leaves what the scan was answered. */
export function recordedIn(folder: string): string {
  return join(folder, 'recorded');
}

/** Runs the program in `folder`, where it leaves its reports. Throws, with its words, where it could not scan at all. */
export async function run(args: readonly string[], endpoint: string, folder: string): Promise<Run> {
  const reports = reportsIn(folder);
  const reportFile = join(reports, 'latest', 'report.json');
  const page = join(reports, 'latest', 'report.html');
  await rm(reports, { recursive: true, force: true });
  const begin = performance.now();
  const child = spawn(process.execPath, ['--import', preload, program, ...args], {
    cwd: folder,
    env: environment(endpoint, folder),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  const [code] = await once(child, 'close');
  const wallSeconds = (performance.now() - begin) / 1000;
  // 1 and 3 say what was found (see --help), not that the program failed.
  if (code !== 0 && code !== 1 && code !== 3) {
    throw new Error(`srm-scan ${args.join(' ')} ended with ${String(code)}:\n${words}`);
  }
  const usage = Usage.parse(JSON.parse(await readFile(join(folder, 'usage.json'), 'utf8')));
  return {
    wallSeconds,
    cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    peakMegabytes: usage.maxRSS / 1024,
    report: existsSync(reportFile) ? await readReported(reportFile) : undefined,
    size: { json: await megabytesOf(reportFile), html: await megabytesOf(page) },
  };
}

async function megabytesOf(file: string): Promise<number | undefined> {
  return existsSync(file) ? (await stat(file)).size / 1e6 : undefined;
}
