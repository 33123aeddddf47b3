import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

it('prints what the README shows of the demo', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = /Of the demo,\s+shortened:\n\n```text\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const lines = shown.split('\n').filter((line) => line.trim() !== '…');
  expect(lines.length).toBeGreaterThan(10);

  const folder = temporaryFolder();
  const { stdout } = await runCli(['--demo', '--output', folder.path]);
  folder.remove();

  const printed = new Set(stdout.split('\n'));
  expect(lines.filter((line) => !printed.has(line))).toEqual([]);
});
