/** The programs of Python that tests need, in an environment under .cache: see requirements.txt. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../.cache', import.meta.url));
const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));

const INSTALL_LIMIT_MS = 300_000;

/** Why it is not on this machine: no Python, or no package index. */
export interface Unavailable {
  readonly unavailable: string;
}

/** Where the Python of the environment lies, once installed. */
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

async function isInstalled(venv: string, wanted: string): Promise<boolean> {
  const marker = await readFile(join(venv, 'installed'), 'utf8').catch(() => '');
  return marker === wanted;
}

/** Runs `work` in one process at a time. A lock left behind by a dead process is taken over. */
async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
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

/** Installs them where they are not yet, or where others are. */
export async function installPython(): Promise<Installed | Unavailable> {
  const venv = join(cache, 'python-venv');
  const python = join(venv, 'bin', 'python');
  const wanted = await fingerprint();
  if (await isInstalled(venv, wanted)) return { python };
  const base = findPython();
  if (base === undefined) return { unavailable: 'Python 3.10 or newer was not found.' };
  return exclusively(`${venv}.lock`, async () => {
    if (await isInstalled(venv, wanted)) return { python };
    await rm(venv, { recursive: true, force: true });
    const steps: [string, string[]][] = [
      [base, ['-m', 'venv', venv]],
      [python, ['-m', 'pip', 'install', '--quiet', '--no-input', '-r', requirements]],
    ];
    for (const [command, args] of steps) {
      const { ok, output } = run(command, args);
      if (!ok)
        return { unavailable: `moto and cfn-lint could not be installed: ${output.slice(-500)}` };
    }
    await writeFile(join(venv, 'installed'), wanted);
    return { python };
  });
}
