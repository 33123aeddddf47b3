/** `srm-scan diff`: what changed from one report to another, and whether the account did it, the rule, or the reading. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as kept from '../support/kept-report.ts';
import { activeIn, partsOf } from '../support/markdown.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

const change = z.looseObject({
  kind: z.string(),
  check: z.string(),
  arn: z.string(),
  severity: z.string(),
  severityBefore: z.string().optional(),
  before: z.string(),
  now: z.string(),
  because: z.string(),
  mutedBy: z.string().optional(),
  unmuted: z.literal(true).optional(),
});
const changes = z.object({
  schema: z.literal('srm-scan/diff/1'),
  account: z.string(),
  old: z.unknown(),
  new: z.unknown(),
  notices: z.array(z.string()),
  newGaps: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
  changes: z.array(change),
});

const check = 's3-bucket-not-public';
const open = 'arn:aws:s3:::nwh-public-tariffs';
let sample = '';

beforeAll(async () => {
  const args = ['--demo', '--check', check, '--format', 'json', '--output', '-'];
  sample = (await runCli(args)).stdout;
});

const fresh = (): kept.KeptReport => kept.keptReport(sample);
const findingOf = (of: kept.KeptReport) => kept.findingOf(of, open);
const close = (of: kept.KeptReport) => kept.passNow(of, open);
const answerOtherwise = (of: kept.KeptReport) => kept.answerOtherwise(of, open);

let files = 0;
function file(edit: (of: kept.KeptReport) => unknown = () => undefined): string {
  const content = fresh();
  edit(content);
  return textFile(JSON.stringify(content));
}
function textFile(text: string): string {
  const path = join(folder.path, `report-${(files += 1)}.json`);
  writeFileSync(path, text);
  return path;
}

async function diff(old: string, now: string, ...more: readonly string[]) {
  const { code, stdout, stderr } = await runWarm(['diff', old, now, '--format', 'json', ...more]);
  expect(stderr).toBe('');
  return { code, ...changes.parse(JSON.parse(stdout)) };
}

const about = { check, arn: open, severity: 'critical' };

describe('what changed', () => {
  it('nothing, from a report to itself', async () => {
    const { code, changes: told, counts, notices } = await diff(file(), file(), '--fail-on-new');
    expect({ code, told, notices }).toEqual({ code: 0, told: [], notices: [] });
    expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('a failure that was none is new', async () => {
    const { changes: told, counts, account } = await diff(file(close), file());
    expect(told).toMatchObject([{ ...about, kind: 'new', before: 'pass', now: 'fail' }]);
    expect(counts).toMatchObject({ new: 1, resolved: 0 });
    expect(account).toBe('123456789012');
  });

  it('a failure of a resource that was not there is new', async () => {
    const old = file((of) => {
      of.findings = of.findings.filter(({ resource }) => resource.arn !== open);
    });
    expect((await diff(old, file(answerOtherwise))).changes).toMatchObject([
      { ...about, kind: 'new', before: 'none', now: 'fail' },
    ]);
  });

  it('a failure that passes is resolved', async () => {
    expect((await diff(file(), file(close))).changes).toMatchObject([
      { ...about, kind: 'resolved', before: 'fail', now: 'pass', because: 'nothing opens it' },
    ]);
  });

  it('a failure of a resource that is gone is resolved, where its list was read', async () => {
    const gone = (of: kept.KeptReport) => {
      of.findings = of.findings.filter(({ resource }) => resource.arn !== open);
    };
    expect((await diff(file(), file(gone))).changes).toMatchObject([
      { ...about, kind: 'resolved', before: 'fail', now: 'none' },
    ]);
  });

  it('and is not, where the scan ended early or the list could not be read', async () => {
    const early = file((of) => {
      of.scan.status = 'partial';
      of.findings = of.findings.filter(({ resource }) => resource.arn !== open);
    });
    const unread = file((of) => {
      const own = findingOf(of);
      own.id = 'f'.repeat(24);
      own.outcome = 'unknown';
      own.resource = { arn: 'arn:aws:iam::123456789012:root', type: 'AWS::::Account', name: 'a' };
    });
    const partial = await diff(file(), early);
    expect(partial.changes).toMatchObject([{ ...about, kind: 'unread', now: 'none' }]);
    expect(partial.notices).toEqual(['The new scan ended early.']);
    const { counts } = await diff(file(), unread);
    expect(counts).toMatchObject({ resolved: 0, unread: 2 });
  });

  it('a failure that cannot be read any more is unread, and nothing is called resolved', async () => {
    const now = file((of) => {
      findingOf(of).outcome = 'unknown';
      findingOf(of).reasons = ['s3:GetBucketPolicyStatus was denied'];
    });
    const { changes: told, counts } = await diff(file(), now);
    expect(told).toMatchObject([
      {
        kind: 'unread',
        before: 'fail',
        now: 'unknown',
        because: 's3:GetBucketPolicyStatus was denied',
      },
    ]);
    expect(counts).toMatchObject({ resolved: 0, unread: 1 });
  });

  it.each<readonly [string, (of: kept.KeptFinding) => unknown, RegExp]>([
    ['another severity', (of) => (of.severity = 'low'), /the severity was critical and is low/],
    ['other reasons', (of) => (of.reasons = ['its ACL opens it']), /for other reasons: its ACL/],
    ['out of use', (of) => (of.latent = true), /nothing uses it any more/],
    [
      'muted',
      (of) => (of.muted = { reason: 'public', owner: 'web', until: '2026-12-31' }),
      /it is muted now/,
    ],
  ])('a failure that fails otherwise is changed: %s', async (_, edit, because) => {
    const now = file((of) => edit(findingOf(of)));
    expect((await diff(file(), now)).changes).toMatchObject([
      { kind: 'changed', before: 'fail', now: 'fail', because: expect.stringMatching(because) },
    ]);
  });
});

describe('the rule, and not the account', () => {
  it('where AWS answers as before and another version judges', async () => {
    const old = file((of) => {
      findingOf(of).outcome = 'pass';
      of.tool.version = '0.0.9';
    });
    const { code, changes: told, notices } = await diff(old, file(), '--fail-on-new');
    expect(told).toMatchObject([{ ...about, kind: 'rule', before: 'pass', now: 'fail' }]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^The rules are not the same: srm-scan 0\.0\.9, then /);
    expect(code).toBe(0);
  });

  it('but the account, where AWS answers otherwise', async () => {
    const old = file((of) => {
      close(of);
      of.tool.version = '0.0.9';
    });
    expect((await diff(old, file())).changes).toMatchObject([{ kind: 'new' }]);
  });

  it('where a parameter of the check is another', async () => {
    const now = file((of) => {
      close(of);
      for (const each of of.checks) each.parameters = { days: 30 };
    });
    expect((await diff(file(), now)).changes).toMatchObject([
      { kind: 'rule', because: 'its parameters were {} and are {"days":30}' },
    ]);
  });

  it('where the older version had no such check', async () => {
    const old = file((of) => {
      of.tool.version = '0.0.9';
      of.checks = [];
      of.findings = [];
    });
    const { counts, changes: told } = await diff(old, file());
    expect(counts).toMatchObject({ new: 0, rule: 4 });
    expect(told[0]?.because).toBe('srm-scan 0.0.9 has no such check');
  });
});

describe('what one of the scans alone looked at', () => {
  it('is no change: a Region', async () => {
    const now = file((of) => {
      of.scan.regions = of.scan.regions.filter((region) => region !== 'eu-west-1');
      of.scan.selection['regions'] = of.scan.regions;
      of.findings = of.findings.filter(({ region }) => region !== 'eu-west-1');
    });
    const { counts, notices } = await diff(file(), now);
    expect(counts).toMatchObject({ resolved: 0, unread: 0, scope: 4 });
    expect(notices).toEqual([
      'The scopes are not the same: the two scans were asked for other checks or Regions.',
      'Read by the old scan alone: eu-west-1.',
    ]);
  });

  it('excuses nothing: a failure in a Region that the old scan was not asked for fails --fail-on-new', async () => {
    const old = file((of) => {
      of.scan.regions = of.scan.regions.filter((region) => region !== 'eu-west-1');
      of.scan.selection['regions'] = of.scan.regions;
      of.findings = of.findings.filter(({ region }) => region !== 'eu-west-1');
    });
    const { code, counts } = await diff(old, file(), '--fail-on-new');
    expect(code).toBe(1);
    expect(counts).toMatchObject({ new: 0, scope: 4 });
  });

  it('is new in a Region that the old scan was asked for and could not read', async () => {
    const old = file((of) => {
      of.scan.regions = of.scan.regions.filter((region) => region !== 'eu-west-1');
      of.findings = of.findings.filter(({ region }) => region !== 'eu-west-1');
    });
    const { code, counts, changes: told } = await diff(old, file(), '--fail-on-new');
    expect(code).toBe(1);
    expect(counts).toMatchObject({ new: 4, scope: 0 });
    expect(told[0]?.because).toMatch(/^the old scan read nothing of eu-west-1; /);
  });

  it('is not read any more where the same was asked for', async () => {
    const now = file((of) => {
      of.scan.regions = of.scan.regions.filter((region) => region !== 'eu-west-1');
      of.findings = of.findings.filter(({ region }) => region !== 'eu-west-1');
    });
    expect((await diff(file(), now)).counts).toMatchObject({ resolved: 0, unread: 4 });
  });

  it('is no change: a check', async () => {
    const now = file((of) => {
      of.scan.selection['checks'] = ['kms-key-not-public'];
      of.checks = [];
      of.findings = [];
    });
    expect((await diff(file(), now)).counts).toMatchObject({ resolved: 0, scope: 4 });
  });
});

describe('the exit code', () => {
  it('is 0 without --fail-on-new, 1 with it where something new fails', async () => {
    const [old, now] = [file(close), file()];
    expect((await diff(old, now)).code).toBe(0);
    expect((await diff(old, now, '--fail-on-new')).code).toBe(1);
    expect((await diff(old, now, '--fail-on-new', '--fail-on', 'none')).code).toBe(0);
    expect((await diff(now, old, '--fail-on-new')).code).toBe(0);
  });

  it('heeds the severity', async () => {
    const now = file((of) => (findingOf(of).severity = 'medium'));
    expect((await diff(file(close), now, '--fail-on-new')).code).toBe(0);
    expect((await diff(file(close), now, '--fail-on-new', '--fail-on', 'medium')).code).toBe(1);
  });

  it('is 1 where a failure is graver than the bound now and was not, and 0 where it always was', async () => {
    const old = file((of) => (findingOf(of).severity = 'medium'));
    const graver = await diff(old, file(), '--fail-on-new');
    expect(graver).toMatchObject({
      code: 1,
      changes: [{ kind: 'changed', severityBefore: 'medium' }],
    });
    expect((await diff(old, file(), '--fail-on-new', '--fail-on', 'medium')).code).toBe(0);
  });

  it('is 3 where a call has no answer that the old scan did not lack, unless that is allowed', async () => {
    const gap = {
      service: 's3',
      operation: 'GetBucketAcl',
      region: 'eu-west-1',
      regions: ['eu-west-1'],
      reason: 'denied',
    };
    const lacking = file((of) => of.coverage.gaps.push(gap));
    const lost = await diff(file(), lacking, '--fail-on-new');
    expect(lost).toMatchObject({ code: 3, newGaps: ['s3:GetBucketAcl in eu-west-1 (denied)'] });
    expect(lost.notices).toEqual([
      'Without an answer now, and no gap of the old scan: s3:GetBucketAcl in eu-west-1 (denied).',
    ]);
    expect((await diff(file(), lacking, '--fail-on-new', '--allow-unknown')).code).toBe(0);
    expect(await diff(lacking, lacking, '--fail-on-new')).toMatchObject({ code: 0, newGaps: [] });
  });

  it('is 3 where the new scan ended early, whatever is allowed', async () => {
    const early = file((of) => (of.scan.status = 'partial'));
    expect((await diff(file(), early, '--fail-on-new', '--allow-unknown')).code).toBe(3);
  });

  it('heeds mutes: a new one that is muted, and an old one whose mute is void', async () => {
    const muted = file(
      (of) => (findingOf(of).muted = { reason: 'public', owner: 'web', until: '2026-12-31' }),
    );
    const added = await diff(file(close), muted, '--fail-on-new');
    expect(added).toMatchObject({ code: 0, changes: [{ kind: 'new', mutedBy: 'web' }] });
    const lapsed = await diff(muted, file(), '--fail-on-new');
    expect(lapsed).toMatchObject({ code: 1, changes: [{ kind: 'changed', unmuted: true }] });
  });

  it('is 3 with --fail-on-new where something is not read any more, unless that is allowed', async () => {
    const now = file((of) => (findingOf(of).outcome = 'unknown'));
    expect((await diff(file(), now, '--fail-on-new')).code).toBe(3);
    expect((await diff(file(), now, '--fail-on-new', '--allow-unknown')).code).toBe(0);
    expect((await diff(file(), now)).code).toBe(0);
  });
});

describe('for people', () => {
  it('as text', async () => {
    const { code, stdout } = await runCli(['diff', file(close), file()]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Account 123456789012, 2026-11-22 .* UTC to 2026-11-22 .* UTC:\n  1 new, 0 resolved/,
    );
    expect(stdout).toContain(
      `New failures\n  critical  ${check}, eu-west-1\n            ${open}\n            pass -> fail: `,
    );
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('as markdown for a pull request', async () => {
    const { stdout } = await runCli(['diff', file(close), file(), '--format', 'markdown']);
    expect(stdout).toMatch(/^### srm-scan: Account `123456789012`, /);
    expect(stdout).toContain('**New failures**\n\n| Severity | Check |');
    const row = stdout.split('\n').find((line) => line.startsWith('| critical'));
    expect(row?.split(' | ')).toHaveLength(7);
  });

  it('hostile text stays text', async () => {
    const name = 'a|b \\| <img src=x> \u001b[31m\u202e\n[x](http://x) @octocat #1 `';
    const now = file((of) => {
      const own = findingOf(of);
      own.resource.arn = `arn:aws:s3:::${name}`;
      own.reasons = [name];
    });
    const text = (await runWarm(['diff', file(close), now])).stdout;
    for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign);
    const markdown = (await runWarm(['diff', file(close), now, '--format', 'markdown'])).stdout;
    for (const sign of ['\u001b', '\u202e']) expect(markdown).not.toContain(sign);
    expect(activeIn(partsOf(markdown))).toEqual([]);
    const row = markdown.split('\n').find((line) => line.startsWith('| critical'));
    expect(row?.split(/(?<!\\)\|/)).toHaveLength(9);
    expect((await diff(file(close), now)).changes[0]?.arn).toBe(`arn:aws:s3:::${name}`);
  });
});

describe('which files it takes', () => {
  it('reports of version 1 of the schema beside those of version 2', async () => {
    const old = file((of) => {
      close(of);
      of.schema = 'srm-scan/report/1';
      for (const each of of.findings) {
        delete each['service'];
        delete each['title'];
      }
    });
    expect((await diff(old, file())).changes).toMatchObject([{ ...about, kind: 'new' }]);
  });

  it('says where the new report is older', async () => {
    const old = file((of) => (of.scan.startedAt = '2026-11-23T00:00:00.000Z'));
    expect((await diff(old, file())).notices).toEqual([
      'The new report is older than the old one.',
    ]);
  });

  it.each<readonly [string, () => string, RegExp]>([
    [
      'another account',
      () => file((of) => (of.scan.account.id = '210987654321')),
      /the old report is of account 123456789012, the new one of 210987654321: compare reports of one account/,
    ],
    [
      'no file',
      () => join(folder.path, 'gone.json'),
      /gone\.json: there is no such file or folder/,
    ],
    ['nothing', () => textFile(''), /report-\d+\.json:1: the file ends too early/],
    ['half a file', () => textFile(sample.slice(0, sample.length / 2)), /the file ends too early/],
    [
      'no JSON',
      () => textFile('account: 1\n'),
      /report-\d+\.json:1: something else was expected here, so it is no report of srm-scan/,
    ],
    [
      'a later schema',
      () => file((of) => (of.schema = 'srm-scan/report/9')),
      /its schema is srm-scan\/report\/9; this srm-scan reads srm-scan\/report\/1 and srm-scan\/report\/2/,
    ],
    ['other JSON', () => textFile('{"schema": 7}'), /: it is no report\.json of srm-scan/],
    [
      'no summary',
      () => file((of) => Reflect.deleteProperty(of, 'summary')),
      /: it has no summary, so it is no report/,
    ],
    [
      'no findings at all',
      () => file((of) => Reflect.deleteProperty(of, 'findings')),
      /: it has no list of findings, so it is no whole report/,
    ],
    [
      'an outcome that is none',
      () => file((of) => (findingOf(of).outcome = 'fine')),
      /report-\d+\.json:1: findings\.outcome is not as a report has it/,
    ],
  ])('refuses %s with 2, in one sentence', async (_, path, message) => {
    const { code, stdout, stderr } = await runWarm(['diff', file(), path(), '--fail-on-new']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('names the line of a finding that is broken', async () => {
    const lines = sample.split('\n');
    const at = lines.findIndex(
      (line) => line.includes('"outcome": "fail"') || line.includes('"outcome":"fail"'),
    );
    const broken = lines.with(
      at,
      (lines[at] ?? '').replace(/"outcome": ?"fail"/, '"outcome": fail'),
    );
    const { code, stderr } = await runWarm(['diff', file(), textFile(broken.join('\n'))]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/report-\d+\.json:\d+: this is not JSON/);
  });

  it('refuses a format and a level that there are not', async () => {
    const args = ['diff', file(), file()];
    expect(await runWarm([...args, '--format', 'jsn'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/unknown format "jsn".*json/s),
    });
    expect((await runWarm([...args, '--fail-on', 'hgih'])).code).toBe(2);
  });

  it('the folder of a run, and refuses one whose report was changed', async () => {
    const output = join(folder.path, 'runs');
    const args = ['--demo', '--check', check, '--format', 'json', '--output', output, '--quiet'];
    await runCli(args);
    const latest = join(output, 'latest');
    expect((await diff(latest, latest)).changes).toEqual([]);
    const holder = await runCli(['diff', output, latest]);
    expect(holder).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('holds the folders of runs; name one of them, such as'),
    });
    const path = join(latest, 'report.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"fail"', '"pass"'));
    expect(await runCli(['diff', latest, latest])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /report\.json was changed: its SHA-256 is [0-9a-f]{64}; it is not the report that .*manifest\.json is of/,
      ),
    });
  });

  it('leaves the files as they are', async () => {
    const path = file();
    const before = readFileSync(path, 'utf8');
    await diff(path, path);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
