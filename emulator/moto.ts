import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('..', import.meta.url));
const cache = join(project, '.cache');
const venv = join(cache, 'emulator-venv');
const lock = join(cache, 'emulator-venv.lock');
const requirements = join(here, 'requirements.txt');

const INSTALL_LIMIT_MS = 300_000;
const START_LIMIT_MS = 60_000;

/** A running moto server with the patches of `server.py`. */
export interface Moto {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  /** Ends the server and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

/** Why there is no emulator on this machine: no Python, or no package index. */
export interface Unavailable {
  readonly unavailable: string;
}

/** Where the Python of the emulator lies, once installed. */
interface Installed {
  readonly python: string;
}

function run(command: string, args: string[]): { ok: boolean; output: string } {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: INSTALL_LIMIT_MS });
  const output = `${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}`;
  return { ok: done.status === 0, output: output.trim() };
}

function findPython(): string | undefined {
  const recent = 'import sys, venv; sys.exit(0 if sys.version_info >= (3, 10) else 1)';
  const names = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
  return names.find((name) => run(name, ['-c', recent]).ok);
}

async function fingerprint(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
}

async function isInstalled(wanted: string): Promise<boolean> {
  const marker = await readFile(join(venv, 'installed'), 'utf8').catch(() => '');
  return marker === wanted;
}

/** Runs `work` in one process at a time. A lock left behind by a dead process is taken over. */
async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(cache, { recursive: true });
  const deadline = Date.now() + 2 * INSTALL_LIMIT_MS;
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      const age = await stat(lock).then(
        (found) => Date.now() - found.mtimeMs,
        () => 0,
      );
      if (age > 2 * INSTALL_LIMIT_MS) await rm(lock, { recursive: true, force: true });
      if (Date.now() > deadline) throw new Error(`Another process holds ${lock}.`);
      await sleep(250);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function install(): Promise<Installed | Unavailable> {
  const python = join(venv, 'bin', 'python');
  const wanted = await fingerprint();
  if (await isInstalled(wanted)) return { python };
  const base = findPython();
  if (base === undefined) return { unavailable: 'Python 3.10 or newer was not found.' };
  return exclusively(async () => {
    if (await isInstalled(wanted)) return { python };
    await rm(venv, { recursive: true, force: true });
    const steps: [string, string[]][] = [
      [base, ['-m', 'venv', venv]],
      [python, ['-m', 'pip', 'install', '--quiet', '--no-input', '-r', requirements]],
    ];
    for (const [command, args] of steps) {
      const { ok, output } = run(command, args);
      if (!ok) return { unavailable: `moto could not be installed: ${output.slice(-500)}` };
    }
    await writeFile(join(venv, 'installed'), wanted);
    return { python };
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The emulator has no standard output.');
  const lines = createInterface({ input: child.stdout });
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  const ended = once(child, 'exit', { signal: limit }).then(([code]) => {
    throw new Error(`The emulator ended at its start with code ${String(code)}.`);
  });
  ended.catch(() => undefined);
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  return String(line);
}

/**
 * Starts a moto server of its own on a loopback port (a free one by default). It ends with `stop()`, and with
 * this process however that ends, as it waits for the end of its standard input. `clock` is the one moment at which
 * all happens; the real time by default.
 */
export async function startMoto(
  options: { readonly port?: number; readonly clock?: Date } = {},
): Promise<Moto | Unavailable> {
  const installed = await install();
  if ('unavailable' in installed) return installed;
  const child = spawn(installed.python, [join(here, 'server.py'), String(options.port ?? 0)], {
    // The project's folder stays free of __pycache__.
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      ...(options.clock === undefined ? {} : { EMULATOR_CLOCK: options.clock.toISOString() }),
    },
    stdio: ['pipe', 'pipe', process.env['EMULATOR_LOG'] === undefined ? 'ignore' : 'inherit'],
  });
  const port = await firstLine(child).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  // A process that forgets `stop` still ends, and the server with it.
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) if (pipe instanceof Socket) pipe.unref();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      await new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      });
    },
  };
}
