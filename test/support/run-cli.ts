/** Runs the built command line as a user does: as a process of its own, with an environment of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../../scripts/program.ts';

export interface Ran {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Beside a clean environment without credentials. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node. */
  readonly node?: readonly string[];
  readonly started?: (child: ChildProcess) => void;
}

/** A folder for one test, and the way to remove it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'srm-scan-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const command = [...(options.node ?? []), program, ...args];
  const child = spawn(process.execPath, command, {
    cwd: options.cwd ?? tmpdir(),
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ran = outputOf(child);
  options.started?.(child);
  return ran;
}

/** Runs a line of a POSIX shell in which `$CLI` is the command line. */
export function runShell(line: string, options: RunOptions = {}): Promise<Ran> {
  const child = spawn('sh', ['-c', line], {
    cwd: options.cwd ?? tmpdir(),
    env: { ...cleanEnvironment(), CLI: `${process.execPath} ${program}`, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return outputOf(child);
}

function outputOf(child: ChildProcess): Promise<Ran> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

export function cleanEnvironment(): Record<string, string> {
  const nowhere = join(tmpdir(), 'srm-scan-no-such-file');
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: nowhere,
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
