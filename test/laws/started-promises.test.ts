/** No promise is started and left alone while another is awaited (F65): violations are planted and must be refused. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const planted = `/** Two that are started, and heard one after the other. */
export async function inTurn(ask: () => Promise<number>): Promise<number> {
  const first = ask();
  const second = ask();
  return (await first) + (await second);
}
export async function together(ask: () => Promise<number>): Promise<number[]> {
  const first = ask();
  return Promise.all([first, ask()]);
}
export async function atOnce(ask: () => Promise<number>): Promise<number> {
  const first = await ask();
  return first + (await ask());
}
export async function heard(ask: () => Promise<number>): Promise<number> {
  const first = ask();
  first.catch(() => undefined);
  const second = ask().catch(() => 0);
  return (await first) + (await second);
}
`;

it('the linter refuses promises that are started and then awaited in turn, and takes every other way', () => {
  const folder = mkdtempSync(join(tmpdir(), 'srm-scan-promises-'));
  try {
    cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true });
    writeFileSync(join(folder, 'planted.ts'), planted);
    writeFileSync(
      join(folder, '.oxlintrc.json'),
      JSON.stringify({
        jsPlugins: ['./scripts/lint/started-promises.mjs'],
        rules: { 'promises/await-started': 'error' },
        ignorePatterns: ['scripts'],
      }),
    );
    const lint = join(root, 'node_modules', '.bin', 'oxlint');
    const { stdout } = spawnSync(lint, ['--format', 'unix'], { cwd: folder, encoding: 'utf8' });
    const lines = [...stdout.matchAll(/planted\.ts:(\d+):\d+:.*await-started/g)];
    expect(lines.map(([, line]) => Number(line))).toEqual([5, 5]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
