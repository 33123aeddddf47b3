/** On what and with what was measured: printed with every result. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const root = fileURLToPath(new URL('..', import.meta.url));

export type Setting = Readonly<Record<string, string | number>>;

export async function settingOf(runs: number): Promise<Setting> {
  return {
    date: new Date().toISOString().slice(0, 10),
    runs,
    ...(await versions()),
    machine: machine(),
  };
}

async function versions(): Promise<Record<'commit' | 'node' | 'sdk' | 'smithy' | 'moto', string>> {
  const packaged = async (name: string) => {
    const text = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8');
    return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
  };
  const requirements = await readFile(join(root, 'emulator', 'requirements.txt'), 'utf8');
  const git = spawnSync('git', ['describe', '--always', '--dirty'], {
    cwd: root,
    encoding: 'utf8',
  });
  return {
    commit: git.status === 0 ? git.stdout.trim() : 'unknown',
    node: process.versions.node,
    sdk: `client-ec2 ${await packaged('@aws-sdk/client-ec2')}`,
    smithy: await packaged('@smithy/core'),
    moto: /^moto\S*==(\S+)/m.exec(requirements)?.[1] ?? 'unknown',
  };
}

function machine(): string {
  const cores = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1) ?? 'unknown';
  const model = cores[0]?.model ?? 'unknown';
  return `${cores.length} x ${model}, ${gigabytes} GB, ${process.platform} ${process.arch}, load ${load}`;
}
