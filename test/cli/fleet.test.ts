/** `srm-scan fleet DIR`: one report from what scans of many accounts left in a folder. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountAt, runAt, summaryAt } from '../../bench/summaries.ts';
import { fleetShape } from '../../src/fleet/model.ts';
import type { AccountSummary } from '../../src/fleet/summary.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

function put(name: string, summary: AccountSummary | string): void {
  mkdirSync(join(folder.path, name), { recursive: true });
  const text = typeof summary === 'string' ? summary : JSON.stringify(summary);
  writeFileSync(join(folder.path, name, 'summary.json'), text);
}

function putUnscanned(account: string, reason: string): void {
  mkdirSync(join(folder.path, 'unscanned'), { recursive: true });
  const line = {
    schema: 'srm-scan/unscanned/1',
    account,
    reason,
    cause: 'AccessDenied: no',
    cure: 'Let the role be assumed.',
    at: '2026-11-22T03:17:00Z',
  };
  writeFileSync(join(folder.path, 'unscanned', `${account}.json`), JSON.stringify(line));
}

const read = () =>
  fleetShape.parse(JSON.parse(readFileSync(join(folder.path, 'fleet.json'), 'utf8')));
const fleet = (...args: readonly string[]) => runWarm(['fleet', folder.path, ...args]);

/** Nothing of it fails and all of it was read. */
function good(number: number): AccountSummary {
  const summary = summaryAt(number);
  const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  const { completeness, scan } = summary;
  return {
    ...summary,
    scan: { ...scan, status: 'complete' },
    completeness: { ...completeness, gaps: 0, reasons: {}, permissions: [] },
    checks: { 's3-bucket-versioning': { pass: 1 } },
    summary: {
      byOutcome: { ...summary.summary.byOutcome, fail: 0, unknown: 0 },
      bySeverity: none,
      score: { passed: 1, of: 1 },
    },
  };
}

describe('srm-scan fleet', () => {
  it('reports on the newest run of each account, and links to its own report', async () => {
    for (let number = 0; number < 12; number += 1) put(runAt(number), summaryAt(number));
    put(`${accountAt(0)}-2026-11-21T03-17-00Z`, summaryAt(20));
    symlinkSync(runAt(3), join(folder.path, 'latest'));
    putUnscanned(accountAt(30), 'refused');
    const { code, stdout, stderr } = await runCli(['fleet', folder.path]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = read();
    expect(report.totals).toMatchObject({ accounts: 13, complete: 12, unscanned: 1 });
    const first = report.accounts.find(({ id }) => id === accountAt(0));
    expect(first?.report).toBe(`${runAt(0)}/report.html`);
    const titled = report.checks.find(({ id }) => id === 's3-bucket-versioning');
    expect(titled?.title).toMatch(/version/i);
    expect(stdout).toContain(`${accountAt(30)} refused: AccessDenied: no`);
    expect(stdout).toContain('Let the role be assumed.');
    for (const line of stdout.split('\n'))
      if (!line.includes('/fleet.')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('keeps to the published schema', async () => {
    put(runAt(1), summaryAt(1));
    putUnscanned(accountAt(2), 'timed-out');
    await fleet();
    const schema: object = JSON.parse(readFileSync('docs/fleet.schema.json', 'utf8'));
    const ajv = new Ajv({ allErrors: true });
    addFormats.default(ajv);
    const report: unknown = JSON.parse(readFileSync(join(folder.path, 'fleet.json'), 'utf8'));
    expect(ajv.validate(schema, report), ajv.errorsText()).toBe(true);
  });

  it('ends as its worst account does', async () => {
    put(runAt(1), good(1));
    expect((await fleet()).code).toBe(0);
    putUnscanned(accountAt(2), 'suspended');
    expect((await fleet()).code).toBe(0);
    putUnscanned(accountAt(3), 'refused');
    expect((await fleet()).code).toBe(3);
    expect((await fleet('--allow-unknown')).code).toBe(3);
    const failing = good(4);
    const bySeverity = { ...failing.summary.bySeverity, medium: 1 };
    put(runAt(4), { ...failing, summary: { ...failing.summary, bySeverity } });
    expect((await fleet()).code).toBe(3);
    expect((await fleet('--fail-on', 'medium')).code).toBe(1);
  });

  it('ends with 2 where no account could be scanned', async () => {
    putUnscanned(accountAt(1), 'refused');
    const { code, stdout } = await fleet();
    expect(code).toBe(2);
    expect(stdout).toContain('None of 1 account could be scanned.');
  });

  it.each([
    ['is no JSON', '{', 'it is not JSON'],
    ['is of another version', '{"schema":"srm-scan/summary/9"}', 'schema:'],
    ['is of another account', JSON.stringify(summaryAt(9)), 'it is of another account'],
  ])('an account whose summary %s is told as one that was not scanned', async (_, text, why) => {
    put(runAt(1), good(1));
    put(runAt(2), text);
    expect((await fleet()).code).toBe(3);
    expect(read().unscanned).toMatchObject([{ account: accountAt(2), reason: 'failed' }]);
    expect(read().unscanned[0]?.cause).toContain(why);
  });

  it('tells what changed since a former report', async () => {
    put(runAt(1), good(1));
    await fleet();
    const former = join(folder.path, 'former.json');
    writeFileSync(former, readFileSync(join(folder.path, 'fleet.json')));
    put(runAt(2), summaryAt(2));
    await fleet('--baseline', former);
    expect(read().trend).toMatchObject({ alike: true, newAccounts: [accountAt(2)], worse: [] });
    expect(readFileSync(join(folder.path, 'fleet.html'), 'utf8')).toContain('id="trend"');
  });

  it.each([
    [['fleet', 'nowhere-at-all'], /nowhere-at-all: there is no such folder/],
    [['fleet'], /missing/],
  ])('refuses %j', async (args, why) => {
    const { code, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(why);
  });

  it('leaves out no account that was not scanned because what was kept of it cannot be read', async () => {
    put(runAt(0), good(0));
    writeFileSync(join(folder.path, 'unscanned'), '');
    const { code, stderr } = await fleet();
    expect(code).toBe(2);
    expect(stderr).toContain(`${join(folder.path, 'unscanned')}: it is a file; name a folder`);
    expect(existsSync(join(folder.path, 'fleet.json'))).toBe(false);
  });

  it('refuses a folder without runs, and a baseline that is none, and writes nothing', async () => {
    const empty = await fleet();
    expect(empty).toMatchObject({ code: 2, stdout: '' });
    expect(empty.stderr).toContain('no folder of a run is in it');
    put(runAt(1), good(1));
    const wrong = join(folder.path, 'report.json');
    writeFileSync(wrong, '{"schema":"srm-scan/report/2"}');
    const { code, stderr } = await fleet('--baseline', wrong);
    expect(code).toBe(2);
    expect(stderr).toContain('its schema is srm-scan/report/2');
    expect(existsSync(join(folder.path, 'fleet.json'))).toBe(false);
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
