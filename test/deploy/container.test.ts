/** What the Containerfile puts into the image, run as the image runs it; no container engine is needed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(root, 'Containerfile'), 'utf8');
const [, final = ''] = text.split(/^FROM .*node:22-slim$/m);
const image = mkdtempSync(join(tmpdir(), 'srm-scan-image-'));
afterAll(() => {
  rmSync(image, { recursive: true, force: true });
});

/** The arguments of each instruction of that name in the last stage. */
function instructions(name: string): readonly string[] {
  return [...final.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map(([, rest = '']) => rest);
}

it('holds all that a scan of the sample needs, and runs without a shell', () => {
  const program = join(image, 'srm-scan');
  for (const copied of instructions('COPY')) {
    const [stage, ...paths] = copied.split(' ');
    expect(stage).toBe('--from=build');
    const to = paths.pop() ?? '';
    for (const path of paths) {
      const name = path.replace(/^\/src\//, '');
      const place = to === './' ? join(program, basename(name)) : join(program, to);
      mkdirSync(dirname(place), { recursive: true });
      cpSync(join(root, name), place, { recursive: true });
    }
  }
  const [entry = '[]'] = instructions('ENTRYPOINT');
  const [command, script] = z.tuple([z.literal('node'), z.string()]).parse(JSON.parse(entry));
  expect(command).toBe('node');
  const reports = join(image, 'reports');
  mkdirSync(reports);
  const env = Object.fromEntries(instructions('ENV').map((each) => each.split('=')));
  // No PATH: nothing else can be started. No home: nothing can be kept there.
  const ran = spawnSync(process.execPath, [join(image, script), '--demo', '--fail-on', 'none'], {
    cwd: reports,
    env: { ...env, HOME: join(image, 'nowhere') },
    encoding: 'utf8',
  });
  expect(ran.stderr).toBe('');
  // One answer of the sample account was denied.
  expect(ran.status).toBe(3);
  expect(readdirSync(join(reports, 'srm-scan-report', 'latest'))).toContain('report.html');
  expect(readdirSync(image).toSorted()).toEqual(['reports', 'srm-scan']);
});

it('is not root, by a number that Kubernetes can read', () => {
  expect(instructions('USER')).toEqual(['1000:1000']);
});

it('has the recipes of the page in a form that can be read', () => {
  const page = readFileSync(join(root, 'docs', 'ci.md'), 'utf8');
  const blocks = [...page.matchAll(/^```(yaml|json)\n([\s\S]*?)^```$/gm)];
  expect(blocks.length).toBeGreaterThan(2);
  for (const [, kind, code = ''] of blocks) {
    expect(() => (kind === 'json' ? JSON.parse(code) : parse(code))).not.toThrow();
  }
});
