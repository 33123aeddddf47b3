/** What a scan leaves out, allows, and says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { parseCsv } from '../../src/text/csv.ts';
import type { Report } from '../../src/report/model.ts';
import { type Loopback, startLoopback } from '../support/loopback-aws.ts';
import { expectValid } from '../support/report-schema.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
const output = join(folder.path, 'out');
let aws: Loopback;
beforeAll(async () => {
  aws = await startLoopback();
});
afterAll(async () => {
  await aws.close();
  folder.remove();
});

async function demo(...args: readonly string[]) {
  const ran = await runCli(['--demo', '--output', output, ...args]);
  const report: Report = JSON.parse(readFileSync(join(output, 'latest', 'report.json'), 'utf8'));
  expectValid(report);
  return { ...ran, report };
}

describe('F53: what is left out', () => {
  it('is in the report: the Regions among the skipped, and all of it in the selection', async () => {
    const { report } = await demo(
      ...['--exclude-region', 'eu-west-1,us-west-2', '--exclude-service', 'iam'],
      ...['--exclude-check', 's3-bucket-not-public'],
    );
    expect(report.scan.selection).toMatchObject({
      excludeChecks: ['s3-bucket-not-public'],
      excludeServices: ['iam'],
      excludeRegions: ['eu-west-1', 'us-west-2'],
    });
    for (const region of ['eu-west-1', 'us-west-2']) {
      expect(report.scan.skippedRegions).toContainEqual({ region, reason: 'excluded' });
      expect(report.scan.regions).not.toContain(region);
      expect(report.findings.filter((finding) => finding.region === region)).toEqual([]);
    }
    const judged = report.checks.map(({ id }) => id);
    expect(judged).toContain('s3-bucket-tls-only');
    expect(judged).not.toContain('s3-bucket-not-public');
    expect(report.checks.map(({ service }) => service)).not.toContain('iam');
    expect(readFileSync(join(output, 'latest', 'report.html'), 'utf8')).toContain(
      'without checks:',
    );
  });

  it('leaves the least policy smaller', async () => {
    const { stdout } = await runWarm(['policy', '--exclude-service', 'cognito']);
    expect(stdout).not.toContain('cognito-idp:');
    expect(stdout).toContain('s3:');
  });
});

describe('F53: what is said', () => {
  it('is nothing with --quiet: the exit code and the reports are all', async () => {
    const { code, stdout, stderr } = await demo('--quiet', '--service', 's3', '--format', 'json');
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it('is more with --verbose, on standard error alone', async () => {
    const args = ['--service', 's3', '--format', 'json'];
    const plain = await demo(...args);
    const { code, stdout, stderr } = await demo(...args, '--verbose');
    expect({ code, stdout }).toEqual({ code: plain.code, stdout: plain.stdout });
    expect(plain.stderr).toBe('');
    expect(stderr).toMatch(/^srm-scan: version \S+, Node v\d+/);
    expect(stderr).toContain('srm-scan: s3 is read\n');
    expect(stderr).toContain('srm-scan: exit code 1: something failed');
  });

  it('is painted where FORCE_COLOR asks for it, and not with --no-color', async () => {
    const env = { FORCE_COLOR: '1' };
    const args = ['--demo', '--service', 's3', '--format', 'json', '--output', output];
    expect((await runCli(args, { env })).stdout).toContain('\u001B[1m');
    for (const where of [
      ['--no-color', ...args],
      [...args, '--no-color'],
    ]) {
      expect((await runWarm(where, { env })).stdout).not.toContain('\u001B');
    }
  });
});

describe('F52: gaps', () => {
  it('make 3 of a scan without failures, and 0 where they are allowed', async () => {
    const one = ['--check', 'kms-key-not-public', '--format', 'json'];
    const args = [...one, '--fail-on', 'none'];
    const { code, report } = await demo(...args);
    expect(report.coverage.gaps.length).toBeGreaterThan(0);
    expect(code).toBe(3);
    expect((await demo(...args, '--allow-unknown')).code).toBe(0);
    expect((await demo(...one, '--allow-unknown')).code).toBe(1);
  });
});

describe('F58: Node 20', () => {
  it('is spoken of neither by a scan nor by the AWS SDK', async () => {
    const { code, stdout, stderr } = await runCli(
      ['--check', 'iam-root-mfa', '--output', output, '--allow-unknown', '--fail-on', 'none'],
      { env: aws.env },
    );
    expect([0, 3]).toContain(code);
    expect(stdout).toContain('account 111122223333');
    expect(stderr).toBe('');
    // Nor is an account that there is taken for the sample (F22).
    expect(stdout).not.toContain('SAMPLE');
    expect(stdout).not.toContain('\nNext\n');
    const report: Report = JSON.parse(readFileSync(join(output, 'latest', 'report.json'), 'utf8'));
    expect(report.scan).not.toHaveProperty('sample');
  });
});

describe('F48: the catalogues', () => {
  it('give of each check all that it declares, as JSON and as CSV', async () => {
    const { stdout } = await runCli(['checks', '--format', 'json']);
    const listed: readonly unknown[] = JSON.parse(stdout);
    expect(listed).toHaveLength(checks.length);
    for (const [at, check] of checks.entries()) {
      const { id, title, severity, service, responsibility, controls, why, fix, link } = check;
      const info = { id, title, severity, service, responsibility, controls, why, fix, link };
      expect(listed[at]).toMatchObject({ ...info, params: check.params });
    }
    const csv = await runWarm(['checks', '--format', 'csv']);
    const [head = [], ...records] = parseCsv(csv.stdout) ?? [];
    expect(records).toHaveLength(checks.length);
    expect(records.map((record) => record[head.indexOf('why')])).toEqual(
      checks.map(({ why }) => why),
    );
    expect((await runWarm(['checks', '--json'])).stdout).toBe(stdout);
  });

  it('give the responsibility lines in the same formats', async () => {
    const args = ['responsibilities', '--service', 's3', '--format'];
    const json: {
      readonly counts: Readonly<Record<string, number>>;
      readonly lines: readonly { id: string; covered: string; why?: string }[];
    } = JSON.parse((await runWarm([...args, 'json'])).stdout);
    const ids = json.lines.map(({ id }) => id);
    const number = (covered: string) =>
      json.lines.filter((line) => line.covered === covered).length;
    expect(json.counts).toMatchObject({
      lines: ids.length,
      aws: number('aws'),
      customers: ids.length - number('aws'),
      check: number('check'),
      attestation: number('attestation'),
      nothingYet: number('nothing-yet'),
    });
    const [head = [], ...records] = parseCsv((await runWarm([...args, 'csv'])).stdout) ?? [];
    expect(records.map(([id]) => id)).toEqual(ids);
    expect(records.map((record) => record[head.indexOf('covered')])).toEqual(
      json.lines.map(({ covered }) => covered),
    );
    const [table = '', totals] = (await runWarm([...args, 'table'])).stdout.split('\n\n');
    const [, ...rows] = table.split('\n');
    expect(rows.map((row) => row.split(' ')[0])).toEqual(ids);
    expect(totals).toContain(`${ids.length} lines: ${number('aws')} are AWS's`);
  });
});
