import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli, runShell, temporaryFolder } from '../support/run-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const demo = ['--demo', '--fail-on', 'none'];

describe('reports', () => {
  it('are written into their folder, with a summary on standard output', async () => {
    const { code, stdout, stderr } = await runCli([...demo], { cwd: folder.path });
    expect([0, 3]).toContain(code);
    expect(stderr).toBe('');
    expect(stdout).toContain('What was read');
    expect(stdout).not.toContain('\u001B');
    expect(readdirSync(join(folder.path, 'srm-scan-report')).toSorted()).toEqual([
      'report.html',
      'report.json',
    ]);
  });

  it('on standard output are alone there', async () => {
    const args = [...demo, '--format', 'json', '--output', '-'];
    const { stdout, stderr } = await runCli(args, { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'srm-scan/report/1' });
    expect(stderr).toContain('What was read');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('whose reader has seen enough end quietly, with the exit code of the scan', async () => {
    const args = '--demo --format html --output -';
    const line = `{ $CLI ${args}; echo "exit $?" >&2; } | head -c 20`;
    const piped = await runShell(line, { cwd: folder.path });
    const whole = await runCli(args.split(' '), { cwd: folder.path });
    expect(piped.stdout).toHaveLength(20);
    expect(piped.stderr).toContain(`exit ${whole.code}`);
    expect(piped.stderr).not.toMatch(/EPIPE|fault of srm-scan|^\s+at /m);
  });

  it('of other commands may be cut short too', async () => {
    const line = '{ $CLI responsibilities --json; echo "exit $?" >&2; } | head -n 1';
    expect(await runShell(line)).toMatchObject({ stdout: '[\n', stderr: 'exit 0\n' });
  });

  it.runIf(existsSync('/dev/full'))('that do not fit on the disk are an error', async () => {
    const { code, stderr } = await runShell('$CLI responsibilities --json > /dev/full');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^srm-scan: cannot write to standard output: .*ENOSPC.*\n$/);
    const report = await runShell('$CLI --demo --format json --output - > /dev/full');
    expect(report.code).toBe(2);
    expect(report.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('a folder that cannot be written is known before anything is scanned', () => {
  it('a file in its place', async () => {
    writeFileSync(join(folder.path, 'taken'), 'mine');
    const args = ['--output', 'taken', '--evidence'];
    const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^srm-scan: cannot write to .*taken .*--output\n$/);
    expect(readFileSync(join(folder.path, 'taken'), 'utf8')).toBe('mine');
    expect(readdirSync(folder.path)).toEqual(['taken']);
  });

  // Root may write everywhere, unless it gives that up.
  const isRoot = process.getuid?.() === 0;
  const asAnybody = isRoot ? 'setpriv --bounding-set=-dac_override ' : '';
  const canGiveUp = spawnSync('sh', ['-c', `${asAnybody}true`]).status === 0;
  if (!canGiveUp) console.warn('left out: root can write to a folder without write permission');
  it.runIf(canGiveUp)('one without write permission', async () => {
    const path = join(folder.path, 'locked');
    mkdirSync(path);
    chmodSync(path, 0o500);
    const { code, stderr } = await runShell(`${asAnybody}$CLI --demo --output '${path}'`);
    expect(code).toBe(2);
    expect(stderr).toContain('EACCES');
  });

  it('a report that cannot be put in its place leaves nothing half-written', async () => {
    mkdirSync(join(folder.path, 'report.json', 'in-the-way'), { recursive: true });
    const args = [...demo, '--format', 'json', '--output', folder.path];
    const { code, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^srm-scan: cannot write .*report.json: .*\n$/);
    expect(readdirSync(folder.path)).toEqual(['report.json']);
  });

  it('one of several that cannot be written leaves all as they were', async () => {
    const html = join(folder.path, 'report.html');
    writeFileSync(html, 'of the last scan');
    mkdirSync(join(folder.path, 'report.json'));
    const { code } = await runCli([...demo, '--output', folder.path]);
    expect(code).toBe(2);
    expect(readFileSync(html, 'utf8')).toBe('of the last scan');
    expect(readdirSync(folder.path).toSorted()).toEqual(['report.html', 'report.json']);
  });
});

describe('saved evidence', () => {
  it('that is broken is refused in one line, and nothing is written', async () => {
    writeFileSync(join(folder.path, 'broken.ndjson'), '{"record":"scan"}\n');
    const { code, stdout, stderr } = await runCli(['evaluate', 'broken.ndjson'], {
      cwd: folder.path,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^srm-scan: broken.ndjson, line 1: .*\n$/);
    expect(readdirSync(folder.path)).toEqual(['broken.ndjson']);
  });
});
