import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLoopback } from '../support/loopback-aws.ts';
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
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'srm-scan/report/2' });
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
    expect(await runShell(line)).toMatchObject({ stdout: '{\n', stderr: 'exit 0\n' });
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

describe('F71 a disk that is full', () => {
  // No file gets longer: blocks of 512 bytes.
  const limited = (blocks: number, args: string) => `ulimit -f ${blocks}; $CLI ${args}`;

  it('is known before the scan', async () => {
    const { code, stdout, stderr } = await runShell(
      limited(1000, `--demo --output '${folder.path}'`),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^srm-scan: cannot write to .*; choose another folder with --output\n$/);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('leaves both reports of the last scan, though one of the new ones was whole', async () => {
    await runCli([...demo, '--output', folder.path]);
    const files = ['report.html', 'report.json'].map((name) => join(folder.path, name));
    const before = files.map((file) => readFileSync(file, 'utf8'));
    const { code, stderr } = await runShell(limited(5000, `--demo --output '${folder.path}'`));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^srm-scan: cannot write .*report.json: .*\n$/);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
    expect(readdirSync(folder.path).toSorted()).toEqual(['report.html', 'report.json']);
  });

  it('loses the evidence, and not the report', async () => {
    const names = Array.from({ length: 100_000 }, () => randomBytes(24).toString('hex'));
    const aliases = names.map((name) => `<member>${name}</member>`).join('');
    const aws = await startLoopback(({ operation }) => {
      if (operation !== 'ListAccountAliases') return undefined;
      const result = `<AccountAliases>${aliases}</AccountAliases><IsTruncated>false</IsTruncated>`;
      return {
        body: `<ListAccountAliasesResponse><ListAccountAliasesResult>${result}</ListAccountAliasesResult></ListAccountAliasesResponse>`,
      };
    });
    const args = `--service iam --evidence --output '${folder.path}'`;
    const { code, stderr } = await runShell(limited(5000, args), { env: aws.env });
    await aws.close();
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /cannot write .*evidence.ndjson.gz: .*; the evidence is lost, the report is written without it\n/,
    );
    expect(readdirSync(folder.path).toSorted()).toEqual(['report.html', 'report.json']);
    const report: unknown = JSON.parse(readFileSync(join(folder.path, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ scan: { status: 'complete' } });
    expect(report).not.toHaveProperty('scan.evidence');
  });
});

describe('saved evidence', () => {
  it('F64 names the end of its chain, in the report and on the terminal, and is held against the report beside it', async () => {
    const aws = await startLoopback();
    const args = ['--service', 's3', '--evidence', '--output', folder.path];
    const scanned = await runCli(args, { env: aws.env });
    await aws.close();
    const reportPath = join(folder.path, 'report.json');
    const report: { scan: { evidence: { head: string; calls: number } } } = JSON.parse(
      readFileSync(reportPath, 'utf8'),
    );
    const { head } = report.scan.evidence;
    expect(scanned.stdout).toContain(`chained up to\n    ${head}\n`);
    expect(scanned.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'can rewrite the file can chain it anew',
    );
    expect(readFileSync(join(folder.path, 'report.html'), 'utf8')).toContain(head);
    const evidence = join(folder.path, 'evidence.ndjson.gz');
    const again = await runCli(['evaluate', evidence, '--output', folder.path]);
    expect(again.code).toBe(scanned.code);
    expect(again.stdout).toContain(head);
    const other = readFileSync(reportPath, 'utf8').replace(head, '0'.repeat(64));
    writeFileSync(reportPath, other);
    const refused = await runCli(['evaluate', evidence, '--output', folder.path]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/^srm-scan: .*is not the evidence of .*report.json/);
    expect(readFileSync(reportPath, 'utf8')).toBe(other);
  });

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
