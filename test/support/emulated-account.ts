/** The sample company in the emulator, and the built command line that scans it, for the tests over HTTP. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { type Call, type Gate, startGate } from '../../emulator/gate.ts';
import { plant, type Planted } from '../../emulator/plant.ts';
import { program } from '../../scripts/program.ts';
import type { Report } from '../../src/report/model.ts';
import { startEmulator } from './emulator.ts';
import { expectValid } from './report-schema.ts';

export interface EmulatedAccount {
  readonly gate: Gate;
  readonly planted: readonly Planted[];
  /** What was sent to plant it; the gate's list begins after that. */
  readonly planting: readonly Call[];
  /** The most members of a page of any list; 0 for as many as AWS gives, as at first. */
  turnPages(most: number): Promise<void>;
  /** Scans with the built command line; the folder is gone after the tests. */
  scan(...args: readonly string[]): Promise<Scanned>;
  stop(): Promise<void>;
}

export interface Scanned {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly folder: string;
  readonly report: Report;
}

/** Undefined where the emulator cannot run, with a printed line; in CI that is an error. */
export async function startAccount(): Promise<EmulatedAccount | undefined> {
  const moto = await startEmulator();
  if (!moto) return undefined;
  const gate = await startGate({ upstream: moto.endpoint });
  const planted = await plant(gate.endpoint);
  const planting = [...gate.calls.list()];
  gate.calls.reset();
  const folders: string[] = [];
  return {
    gate,
    planted,
    planting,
    turnPages: async (most) => {
      const body = JSON.stringify({ most });
      await fetch(`${moto.endpoint}/emulator/pages`, { method: 'PUT', body });
    },
    scan: async (...args) => {
      const folder = await mkdtemp(join(tmpdir(), 'srm-scan-test-'));
      folders.push(folder);
      const ran = await run(['--format', 'json', '--output', folder, ...args], gate.endpoint);
      const text = await readFile(join(folder, 'latest', 'report.json'), 'utf8').catch(() => '');
      if (text === '') throw new Error(`no report (exit ${String(ran.exitCode)}): ${ran.stderr}`);
      const report: Report = JSON.parse(text);
      expectValid(report);
      return { ...ran, folder, report };
    },
    stop: async () => {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
      await gate.close();
      await moto.stop();
    },
  };
}

function run(args: readonly string[], endpoint: string) {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: tmpdir(),
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise<Pick<Scanned, 'exitCode' | 'stdout' | 'stderr'>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}
