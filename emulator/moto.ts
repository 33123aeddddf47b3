import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { installPython } from './venv.ts';
import type { Unavailable } from './venv.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

const START_LIMIT_MS = 60_000;

/** A running moto server with the patches of `server.py`. */
export interface Moto {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  /** Ends the server and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

export interface MotoOptions {
  /** A free one by default. */
  readonly port?: number;
  /** The one moment at which all happens; the real time by default. */
  readonly clock?: Date;
  /** Whether accounts have the policies that AWS manages, which takes more than a second of each; they have by default. */
  readonly awsPolicies?: boolean;
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
 * Starts a moto server of its own on a loopback port. It ends with `stop()`, and with this process however that ends, as
 * it waits for the end of its standard input.
 */
export async function startMoto(options: MotoOptions = {}): Promise<Moto | Unavailable> {
  const installed = await installPython();
  if ('unavailable' in installed) return installed;
  const child = spawn(installed.python, [join(here, 'server.py'), String(options.port ?? 0)], {
    // The project's folder stays free of __pycache__.
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      MOTO_IAM_LOAD_MANAGED_POLICIES: String(options.awsPolicies ?? true),
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
