/** Prowler from PyPI: installed into .cache once, and run as a process of its own that is measured. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { root } from '../setting.ts';
import { prowlers } from './prowler-checks.ts';

export const prowlerVersion = '5.46.0';

const venv = join(root, '.cache', `prowler-${prowlerVersion}`);
const python = join(venv, 'bin', 'python');
const measuring = fileURLToPath(new URL('usage.py', import.meta.url));

/** A scan that takes longer is given up: on AWS's rates it has long been seen what it costs. */
const limitMs = 15 * 60 * 1000;

const Usage = z.object({ cpuSeconds: z.number(), kilobytes: z.number() });

export interface ProwlerRun {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** Lines of its own table of findings. */
  readonly findings: number;
}

/** Installs it where it is not yet, and loads it once, so that no timed run compiles or reads from a cold disk. */
export async function installProwler(): Promise<void> {
  if (!existsSync(join(venv, 'installed'))) {
    await rm(venv, { recursive: true, force: true });
    must('python3', ['-m', 'venv', venv]);
    must(python, ['-m', 'pip', 'install', '--quiet', `prowler==${prowlerVersion}`]);
    await writeFile(join(venv, 'installed'), prowlerVersion);
  }
  must(join(venv, 'bin', 'prowler'), ['aws', '--list-checks']);
}

function must(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status === 0) return;
  const words = `${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}`;
  throw new Error(`${command} ${args.join(' ')} failed: ${words.slice(-800)}`);
}

/** Scans what is behind the gate with the checks that mean the same as ours. */
export async function runProwler(endpoint: string, folder: string): Promise<ProwlerRun> {
  const output = join(folder, 'prowler');
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const usage = join(folder, 'prowler-usage.json');
  const scan = ['aws', '--no-banner', '--no-color', '--output-directory', output];
  const command = [python, measuring, usage, join(venv, 'bin', 'prowler'), ...scan];
  const begin = performance.now();
  const child = spawn(python, [...command.slice(1), '--checks', ...prowlers], {
    cwd: folder,
    env: environment(endpoint, folder),
    stdio: 'ignore',
    // A group of its own, so that giving up ends its children too.
    detached: true,
  });
  const giveUp = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid);
  }, limitMs);
  const [code] = await once(child, 'close');
  clearTimeout(giveUp);
  const wallSeconds = (performance.now() - begin) / 1000;
  // 3 says that something failed a check.
  if (code !== 0 && code !== 3) {
    throw new Error(`Prowler ended with ${String(code)} after ${wallSeconds.toFixed(0)} s.`);
  }
  const { cpuSeconds, kilobytes } = Usage.parse(JSON.parse(await readFile(usage, 'utf8')));
  return {
    wallSeconds,
    cpuSeconds,
    peakMegabytes: kilobytes / 1024,
    findings: await countFindings(output),
  };
}

function environment(endpoint: string, folder: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    AWS_ENDPOINT_URL: endpoint,
    // S3 Control puts the account id before the host, which no address of this machine can bear: the gate stands in as
    // a proxy for a name that only it knows.
    AWS_ENDPOINT_URL_S3_CONTROL: 'http://gate.invalid',
    HTTP_PROXY: endpoint,
    NO_PROXY: '127.0.0.1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'unused',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

async function countFindings(output: string): Promise<number> {
  const table = (await readdir(output)).find((name) => /^prowler-output-.*\.csv$/.test(name));
  if (table === undefined) throw new Error('Prowler wrote no table of findings.');
  const lines = (await readFile(join(output, table), 'utf8')).trimEnd().split('\n');
  return lines.length - 1;
}
