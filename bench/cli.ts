/** Runs the built program as a user does, as a process of its own, and measures that process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readReported } from './reported.ts';
import type { Reported } from './reported.ts';

const manifest = new URL('../package.json', import.meta.url);
const preload = new URL('./usage.mjs', import.meta.url).href;

/** Node's `process.resourceUsage()`: microseconds and kilobytes. */
const Usage = z.object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() });

const Manifest = z.object({ bin: z.object({ 'srm-scan': z.string() }) });

/** The program as it is installed: what the package names as its command. */
async function programPath(): Promise<string> {
  const { bin } = Manifest.parse(JSON.parse(await readFile(manifest, 'utf8')));
  return fileURLToPath(new URL(bin['srm-scan'], manifest));
}

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

/** Runs the program in `folder`, where it leaves its report. Throws, with its words, where it could not scan at all. */
export async function run(args: readonly string[], endpoint: string, folder: string): Promise<Run> {
  const reportFile = join(folder, 'report.json');
  const page = join(folder, 'report.html');
  for (const file of [reportFile, page]) await rm(file, { force: true });
  const program = await programPath();
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
