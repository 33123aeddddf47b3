/** `srm-scan trend`: the reports of a folder, account by account, in the order of their moments; what is no report is named. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as kept from '../support/kept-report.ts';
import { partsOf } from '../support/markdown.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

const check = 's3-bucket-not-public';
const open = 'arn:aws:s3:::nwh-public-tariffs';
const demo = ['--demo', '--check', check, '--format', 'json', '--quiet'];
let sample = '';

beforeAll(async () => {
  sample = (await runCli([...demo, '--output', '-'])).stdout;
});

const run = z.object({
  file: z.string(),
  startedAt: z.string(),
  status: z.string(),
  version: z.string(),
  rules: z.string().nullable(),
  failures: z.record(z.string(), z.number()),
  muted: z.number(),
  unknown: z.number(),
  gaps: z.number(),
  score: z.object({ passed: z.number(), of: z.number() }),
  changes: z.record(z.string(), z.number()).nullable(),
  marks: z.array(z.string()),
  notes: z.array(z.string()),
});
const trend = z.object({
  schema: z.literal('srm-scan/trend/1'),
  accounts: z.array(z.object({ id: z.string(), alias: z.string().nullable(), runs: z.array(run) })),
  notRead: z.array(z.object({ file: z.string(), why: z.string(), isReport: z.boolean() })),
  passedOver: z.array(z.object({ path: z.string(), why: z.string() })),
});

let folders = 0;
/** A folder with these files. */
function withFiles(files: Readonly<Record<string, string>>): string {
  const path = join(folder.path, `reports-${(folders += 1)}`);
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

/** A report of a day of November 2026. */
function report(day: number, edit: (of: kept.KeptReport) => unknown = () => undefined): string {
  const of = kept.keptReport(sample);
  of.scan.startedAt = `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  edit(of);
  return JSON.stringify(of);
}

const closed = (of: kept.KeptReport) => {
  kept.passNow(of, open);
  of.summary.bySeverity['critical'] = 3;
};

async function read(path: string, ...more: readonly string[]) {
  const ran = await runWarm(['trend', path, '--format', 'json', ...more]);
  return { ...ran, ...trend.parse(JSON.parse(ran.stdout)) };
}

/** The one account of a folder of these reports. */
async function runsOf(files: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const { accounts, code, stderr } = await read(withFiles(files), ...more);
  expect({ code, stderr, accounts: accounts.length }).toEqual({ code: 0, stderr: '', accounts: 1 });
  return accounts[0]?.runs ?? [];
}

describe('the runs', () => {
  it('stand in the order of their moments, whatever the files are called', async () => {
    const runs = await runsOf({
      'a.json': report(3),
      'b.json': report(1),
      'c/d/e.json': report(2),
    });
    expect(runs.map(({ startedAt }) => startedAt.slice(0, 10))).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
    ]);
  });

  it('tell failures by severity, what is muted, unknown, not read, and the score', async () => {
    const [only] = await runsOf({
      'a.json': report(1, (of) => {
        of.summary.bySeverity = { critical: 4, high: 3, medium: 2, low: 1, informational: 0 };
        of.summary.muted = { critical: 1, high: 1, medium: 0, low: 0, informational: 0 };
        of.summary.byOutcome['unknown'] = 7;
        of.summary.score = { passed: 5, of: 22 };
      }),
    });
    expect(only).toMatchObject({
      failures: { critical: 4, high: 3, medium: 2, low: 1, informational: 0 },
      muted: 2,
      unknown: 7,
      gaps: 0,
      score: { passed: 5, of: 22 },
      changes: null,
      marks: [],
    });
  });

  it('tell what is new and resolved against the run before', async () => {
    const files = { 'a.json': report(1), 'b.json': report(2, closed), 'c.json': report(3) };
    const runs = await runsOf(files);
    expect(runs[0]?.changes).toBeNull();
    expect(runs[1]?.changes).toMatchObject({ new: 0, resolved: 1 });
    expect(runs[2]?.changes).toMatchObject({ new: 1, resolved: 0 });
    const heads = await runsOf(files, '--heads-only');
    expect(heads.map(({ changes }) => changes)).toEqual([null, null, null]);
    expect(heads.map(({ failures }) => failures['critical'])).toEqual([4, 3, 4]);
  });

  it('of each account stand by themselves', async () => {
    const other = (of: kept.KeptReport) => {
      of.scan.account = { ...of.scan.account, id: '111122223333', alias: null };
    };
    const path = withFiles({
      'a.json': report(1),
      'b.json': report(2, other),
      'c.json': report(3, closed),
      'd.json': report(4, other),
    });
    const { accounts } = await read(path);
    expect(accounts.map(({ id, runs }) => [id, runs.length])).toEqual([
      ['111122223333', 2],
      ['123456789012', 2],
    ]);
    expect(accounts[0]?.runs[1]?.changes).toMatchObject({ new: 0, resolved: 0 });
    expect(accounts[1]?.runs[1]?.changes).toMatchObject({ new: 0, resolved: 1 });
  });

  it('are those of the folder that scans wrote to, each once, though `latest` leads to one', async () => {
    const output = join(folder.path, 'runs');
    await runCli([...demo, '--output', output]);
    const { accounts, stderr } = await read(output);
    expect(stderr).toBe('');
    expect(accounts[0]?.runs).toHaveLength(1);
    expect(accounts[0]?.runs[0]?.rules).toMatch(/^[0-9a-f]{64}$/);
    expect((await read(join(output, 'latest'))).accounts[0]?.runs).toHaveLength(1);
  });
});

describe('what moved beside the account is marked', () => {
  it.each<readonly [string, (of: kept.KeptReport) => unknown, RegExp]>([
    ['partial', (of) => (of.scan.status = 'partial'), /^the scan ended early/],
    [
      'rules',
      (of) => (of.tool.version = '9.0.0'),
      /^judged by srm-scan 9\.0\.0, and before by 0\./,
    ],
    [
      'parameters',
      (of) => (of.scan['parameters'] = [{ check, parameter: 'days', value: 30, default: 90 }]),
      /^judged with other parameters/,
    ],
    ['scope', (of) => (of.scan.selection['services'] = ['s3']), /^asked for other checks/],
    [
      'regions',
      (of) => (of.scan.regions = of.scan.regions.filter((name) => name !== 'eu-west-1')),
      /^nothing read any more of eu-west-1$/,
    ],
    ['again', (of) => (of.scan.startedAt = '2026-11-01T10:00:00.000Z'), /^the same scan/],
  ])('%s', async (mark, edit, note) => {
    const runs = await runsOf({ 'a.json': report(1), 'b.json': report(2, edit) });
    expect(runs.map(({ marks }) => marks)).toEqual([[], [mark]]);
    expect(runs[1]?.notes).toEqual([expect.stringMatching(note)]);
  });

  it('rules, where the version is the same and the manifests tell another rule set', async () => {
    const output = join(folder.path, 'own');
    const args = ['--demo', '--service', 's3', '--format', 'json', '--quiet', '--output', output];
    await runWarm(args);
    await runWarm([...args, '--exclude-check', check]);
    const { accounts } = await read(output);
    expect(accounts[0]?.runs[1]?.marks).toEqual(['again', 'rules', 'scope']);
  });
});

describe('what is no report', () => {
  it('is named; a report that cannot be read ends with 3', async () => {
    const path = withFiles({
      'a.json': report(1),
      'b.json': report(2).slice(0, -200),
      'c.json': '{"name": "a package"}',
      'd.json': report(3, (of) => (of.schema = 'srm-scan/report/9')),
      'e.html': '<p>',
      'f/report.json': '',
      '.g/report.json': report(1),
      'h.json': report(4, closed),
    });
    const { code, stderr, notRead, passedOver, accounts } = await read(path);
    expect(code).toBe(3);
    expect(
      notRead.map(({ file, why, isReport }) => [file.slice(path.length + 1), why, isReport]),
    ).toEqual([
      ['c.json', 'it is no report.json of srm-scan', false],
      ['d.json', expect.stringMatching(/^its schema is srm-scan\/report\/9/), true],
      ['f/report.json', expect.stringMatching(/the file ends too early/), true],
      ['b.json', expect.stringMatching(/the file ends too early/), true],
    ]);
    expect(passedOver.map(({ path: each, why }) => [each.slice(path.length + 1), why])).toEqual([
      ['.g', 'a hidden folder'],
      ['e.html', 'no JSON'],
    ]);
    expect(stderr).toContain(`srm-scan: not read: ${path}/b.json`);
    expect(stderr).toContain(`srm-scan: passed over (no JSON): ${path}/e.html`);
    // What could not be read is not what the next is held against.
    expect(accounts[0]?.runs.map(({ changes }) => changes?.['resolved'])).toEqual([undefined, 1]);
  });

  it('but other JSON is no reason to fail', async () => {
    expect((await read(withFiles({ 'a.json': report(1), 'c.json': '[]' }))).code).toBe(0);
  });

  it('nor a run that left other formats, nor a link that leads elsewhere; both are named', async () => {
    const path = withFiles({
      'a.json': report(1),
      'run/manifest.json': '{}',
      'run/report.html': '',
    });
    symlinkSync(folder.path, join(path, 'away'));
    const { code, passedOver } = await read(path);
    expect(code).toBe(0);
    expect(passedOver.map(({ why }) => why)).toEqual([
      'a link that leads out of the folder',
      'a run that left no report.json',
    ]);
  });

  it.each<readonly [string, () => string, RegExp]>([
    ['no folder', () => join(folder.path, 'gone'), /gone: there is no such folder/],
    [
      'a file',
      () => join(withFiles({ 'a.json': report(1) }), 'a.json'),
      /a\.json is a file; name the folder/,
    ],
    ['an empty folder', () => withFiles({}), /holds no report\.json of srm-scan/],
    [
      'a folder of other files',
      () => withFiles({ 'a.json': '{}' }),
      /holds no report\.json of srm-scan/,
    ],
  ])('%s is refused with 2', async (_, path, message) => {
    const { code, stdout, stderr } = await runWarm(['trend', path()]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('a format that there is not is refused', async () => {
    expect(await runWarm(['trend', withFiles({}), '--format', 'xml'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/unknown format "xml".*text, markdown, csv, json/s),
    });
  });
});

describe('for people', () => {
  const two = () =>
    withFiles({
      'a.json': report(1),
      'b.json': report(2, (of) => {
        closed(of);
        of.tool.version = '9.0.0';
        of.scan.account = { ...of.scan.account, alias: 'northwind' };
      }),
    });

  it('as a table, the notes below', async () => {
    const { stdout } = await runCli(['trend', two()]);
    const [account, head, first, second, , further, , last, note] = stdout.split('\n');
    expect(account).toBe('Account 123456789012 (northwind)');
    expect(head).toMatch(/^Began \(UTC\) +Critical +High +Medium +Low +Info +Muted +Unknown/);
    expect(first).toMatch(/^2026-11-01 10:00:00 +4 /);
    expect(second).toMatch(/^2026-11-02 10:00:00 +3 /);
    expect(further).toMatch(/^Began \(UTC\) +Passed +New +Resolved +Unread +Rule +Marks$/);
    expect(last).toMatch(/^2026-11-02 10:00:00 .* rules$/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(note).toBe('  2026-11-02 10:00:00: judged by srm-scan 9.0.0, and before by 0.1.0');
  });

  it('as markdown and as CSV', async () => {
    const path = two();
    const markdown = (await runCli(['trend', path, '--format', 'markdown'])).stdout;
    expect(markdown).toMatch(/^### srm-scan: Account `123456789012`/);
    expect(markdown.split('\n').filter((line) => line.startsWith('| 2026'))).toHaveLength(2);
    const csv = (await runCli(['trend', path, '--format', 'csv'])).stdout.trimEnd().split('\n');
    expect(csv).toHaveLength(3);
    expect(csv[0]).toMatch(/^account,alias,started_at,status,version,rules,critical,high,/);
    expect(csv[2]).toMatch(
      /^123456789012,northwind,2026-11-02T10:00:00\.000Z,complete,9\.0\.0,,3,/,
    );
  });

  it('hostile text stays text', async () => {
    const path = withFiles({
      'a.json': report(1, (of) => {
        of.scan.account = { ...of.scan.account, alias: '=1+1|<img src=x>\u001b[31m\u202e' };
      }),
    });
    for (const format of ['text', 'markdown', 'csv', 'json']) {
      const { stdout } = await runWarm(['trend', path, '--format', format]);
      for (const sign of ['\u001b', '\u202e']) expect(stdout).not.toContain(sign);
      if (format === 'markdown') expect(partsOf(stdout).outside.join('\n')).not.toContain('<img');
      if (format === 'csv') expect(stdout).toContain(",'=1+1");
    }
  });
});
