/** The demo says that it is one, and ends as what it is: a success. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectValid } from '../support/report-schema.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = temporaryFolder();
const output = join(folder.path, 'a report');
let ran: Awaited<ReturnType<typeof runCli>>;
beforeAll(async () => {
  ran = await runCli(['--demo', '--output', output]);
});
afterAll(() => {
  folder.remove();
});

describe('F22: the report of the demo says that it is a sample', () => {
  it('on the terminal, right below the name of the account', () => {
    const lines = ran.stdout.trimStart().split('\n');
    expect(lines[0]).toContain('account 123456789012');
    expect(lines[1]).toBe('A SAMPLE: this is a made-up company, and no account of yours.');
  });

  it('in JSON', () => {
    const report: unknown = JSON.parse(readFileSync(join(output, 'latest', 'report.json'), 'utf8'));
    expectValid(report);
    expect(report).toMatchObject({ scan: { sample: true } });
  });

  it('in HTML: in the title, and in a banner above everything else', () => {
    const page = readFileSync(join(output, 'latest', 'report.html'), 'utf8');
    expect(page).toContain('<title>Sample: AWS shared responsibility report');
    const banner = page.indexOf('<strong>SAMPLE.</strong>');
    expect(banner).toBeGreaterThan(page.indexOf('<header'));
    expect(banner).toBeLessThan(page.indexOf('<h1>'));
  });
});

describe('F56: the demo ends with what to look at next', () => {
  const next = () => ran.stdout.slice(ran.stdout.indexOf('\nNext\n'));

  it('a link to the page, which is there', () => {
    const [, link = ''] = /^ {2}Open +(file:\/\/\S+)$/m.exec(next()) ?? [];
    expect(existsSync(fileURLToPath(link))).toBe(true);
  });

  it('a command that explains the gravest failure', () => {
    const [, command = ''] = /^ {2}Explain +node (.+)$/m.exec(next()) ?? [];
    const { status, stdout } = spawnSync(process.execPath, command.split(' '), {
      encoding: 'utf8',
      cwd: process.env['TMPDIR'] ?? '/tmp',
    });
    expect({ status, begin: stdout.slice(0, 20) }).toEqual({
      status: 0,
      begin: expect.stringMatching(/^[a-z0-9]+-/),
    });
  });

  it('and what the exit code means', () => {
    expect(ran.code).toBe(1);
    expect(next().replaceAll(/\s+/g, ' ')).toContain(
      'The demo worked. srm-scan --demo ends with 1, as the sample company has failures',
    );
  });

  it('as `npm run demo` with exit code 0, and without a word of failure', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'scripts', 'demo.ts'), '--output', output],
      { encoding: 'utf8', cwd: root },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('while its mistakes stay mistakes', () => {
    const { status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'scripts', 'demo.ts'), '--nonsense'],
      { encoding: 'utf8', cwd: root },
    );
    expect(status).toBe(2);
  });
});
