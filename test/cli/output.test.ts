import {
  chmodSync,
  copyFileSync,
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
/** Where what is scanned does not matter. */
const oneCheck = ['--check', 's3-bucket-versioning', '--format', 'json'];

describe('reports', () => {
  it('are written into their folder, with a summary on standard output', async () => {
    const { code, stdout, stderr } = await runCli([...demo, '--service', 's3'], {
      cwd: folder.path,
    });
    expect([0, 3]).toContain(code);
    expect(stderr).toBe('');
    expect(stdout).toContain('What was read');
    expect(stdout).not.toContain('\u001B');
    const run = '123456789012-2026-11-22T17-27-00Z';
    expect(readdirSync(join(folder.path, 'srm-scan-report')).toSorted()).toEqual([run, 'latest']);
    expect(readdirSync(join(folder.path, 'srm-scan-report', 'latest')).toSorted()).toEqual([
      'manifest.json',
      'report.html',
      'report.json',
      'summary.json',
    ]);
    expect(stdout).toContain(join(folder.path, 'srm-scan-report', run, 'manifest.json'));
  });

  it('are led to by a file where the file system has no links', async () => {
    const node = ['--import', new URL('../support/without-links.mjs', import.meta.url).href];
    const args = [...demo, ...oneCheck, '--output', folder.path];
    const { stderr } = await runCli(args, { node });
    expect(stderr).toBe('');
    const run = '123456789012-2026-11-22T17-27-00Z';
    expect(readdirSync(folder.path).toSorted()).toEqual([run, 'latest.txt']);
    expect(readFileSync(join(folder.path, 'latest.txt'), 'utf8')).toBe(`${run}\n`);
    expect((await runCli(['verify', folder.path])).stderr).toBe(
      `srm-scan: ${folder.path} holds the folders of runs; name one of them, such as ${join(folder.path, run)}\n`,
    );
    expect((await runCli(['verify', join(folder.path, run)])).code).toBe(0);
  });

  it('are led to by a link again where there are links again', async () => {
    const args = [...demo, ...oneCheck, '--output', folder.path];
    writeFileSync(join(folder.path, 'latest.txt'), 'an earlier one\n');
    await runCli(args);
    expect(readdirSync(folder.path).toSorted()).toEqual([
      '123456789012-2026-11-22T17-27-00Z',
      'latest',
    ]);
  });

  it('of srm-scan 0.1.0, right in the folder, are left alone, and are not taken for this scan', async () => {
    const old = join(folder.path, 'report.json');
    writeFileSync(old, '{}');
    const { stderr } = await runCli([...demo, ...oneCheck, '--output', folder.path]);
    expect(stderr).toBe(
      `srm-scan: ${old} is of an earlier scan; those of this one are in ${join(folder.path, 'latest')}\n`,
    );
    expect(readFileSync(old, 'utf8')).toBe('{}');
  });

  it('on standard output are alone there', async () => {
    const args = [...demo, ...oneCheck, '--output', '-'];
    const { stdout, stderr } = await runCli(args, { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'srm-scan/report/2' });
    expect(stderr).toContain('What was read');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('whose reader has seen enough end quietly, with the exit code of the scan', async () => {
    const args = '--demo --check s3-bucket-not-public --format html --output -';
    const line = `{ $CLI ${args}; echo "exit $?" >&2; } | head -c 20`;
    const piped = await runShell(line, { cwd: folder.path });
    expect(piped.stdout).toHaveLength(20);
    expect(piped.stderr).toContain('exit 1\n');
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
    const report = await runShell(`$CLI --demo ${oneCheck.join(' ')} --output - > /dev/full`);
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

  it('one where something else is called latest', async () => {
    mkdirSync(join(folder.path, 'latest'));
    const { code, stdout, stderr } = await runCli([...demo, '--output', folder.path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^srm-scan: cannot write .*latest: it is no link; .*\n$/);
    expect(readdirSync(folder.path)).toEqual(['latest']);
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

  it('leaves the last run, and nothing of the new one, though one of its reports was whole', async () => {
    await runCli([...demo, ...oneCheck, '--output', folder.path]);
    const before = readdirSync(folder.path);
    const { code, stderr } = await runShell(limited(5000, `--demo --output '${folder.path}'`));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^srm-scan: cannot write .*Z\/report.json: .*\n$/);
    expect(readdirSync(folder.path)).toEqual(before);
    expect((await runCli(['verify', join(folder.path, 'latest')])).code).toBe(0);
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
    const latest = join(folder.path, 'latest');
    expect(readdirSync(latest).toSorted()).toEqual([
      'manifest.json',
      'report.html',
      'report.json',
      'summary.json',
    ]);
    expect(readdirSync(folder.path)).toHaveLength(2);
    const report: unknown = JSON.parse(readFileSync(join(latest, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ scan: { status: 'complete' } });
    expect(report).not.toHaveProperty('scan.evidence');
  });
});

describe('saved evidence', () => {
  it('F64 names the end of its chain, in the report and on the terminal, and is held against the manifest beside it', async () => {
    const aws = await startLoopback();
    const args = ['--service', 's3', '--evidence', '--output', folder.path];
    const scanned = await runCli(args, { env: aws.env });
    await aws.close();
    const latest = join(folder.path, 'latest');
    const reportPath = join(latest, 'report.json');
    const report: { scan: { evidence: { head: string; calls: number } } } = JSON.parse(
      readFileSync(reportPath, 'utf8'),
    );
    const { head } = report.scan.evidence;
    expect(scanned.stdout).toContain(`chained up to\n    ${head}\n`);
    expect(scanned.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'can rewrite the file can chain it anew',
    );
    expect(readFileSync(join(latest, 'report.html'), 'utf8')).toContain(head);
    const evidence = join(latest, 'evidence.ndjson.gz');
    const elsewhere = join(folder.path, 'again');
    const again = await runCli(['evaluate', evidence, '--output', elsewhere]);
    expect(again.code).toBe(scanned.code);
    expect(again.stdout).toContain(head);
    // Whole and chained, but of another scan.
    const other = join(folder.path, 'other');
    const aws2 = await startLoopback();
    await runCli(['--service', 's3', '--format', 'json', '--evidence', '--output', other], {
      env: aws2.env,
    });
    await aws2.close();
    copyFileSync(join(other, 'latest', 'evidence.ndjson.gz'), evidence);
    const refused = await runCli(['evaluate', evidence, '--output', elsewhere]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /^srm-scan: .*evidence.ndjson.gz was changed.*; it is not the evidence that .*manifest.json is of\n$/,
    );
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
