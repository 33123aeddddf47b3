/** `--baseline`: a scan is held against an earlier report; with `--fail-on-new` the exit code heeds only what that does not have. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEvidence } from '../../src/aws/evidence/write.ts';
import { readSample } from '../../src/run/sample.ts';
import * as kept from '../support/kept-report.ts';
import { startLoopback } from '../support/loopback-aws.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

/** In the sample four buckets fail it, each critical. */
const check = 's3-bucket-not-public';
const open = 'arn:aws:s3:::nwh-public-tariffs';
const demo = ['--demo', '--check', check, '--format', 'json'];
let sample = '';

beforeAll(async () => {
  sample = (await runCli([...demo, '--output', '-'])).stdout;
});

let files = 0;
function file(edit: (of: kept.KeptReport) => unknown = () => undefined): string {
  const of = kept.keptReport(sample);
  edit(of);
  return textFile(JSON.stringify(of));
}
function textFile(text: string): string {
  const path = join(folder.path, `baseline-${(files += 1)}.json`);
  writeFileSync(path, text);
  return path;
}

async function scan(baseline: string, ...more: readonly string[]) {
  const output = join(folder.path, `out-${(files += 1)}`);
  const ran = await runWarm([...demo, '--baseline', baseline, '--output', output, ...more]);
  return { ...ran, output };
}

/** Where lines break is not what is told. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

const closed = (of: kept.KeptReport) => kept.passNow(of, open);

describe('what is told', () => {
  it('nothing new, where the account is as it was', async () => {
    const { stdout, code } = await scan(file());
    expect(stdout).toMatch(
      /\nBaseline\nAccount .* UTC:\n  0 new, 0 resolved, 0 changed, 0 unread, 0 rule, 0 scope\n/,
    );
    expect(code).toBe(1);
  });

  it('what is new, with its reason', async () => {
    const { stdout } = await scan(file(closed));
    expect(flat(stdout)).toMatch(/: 1 new, 0 resolved/);
    expect(flat(stdout)).toContain(
      `New failures critical ${check}, eu-west-1 ${open} pass -> fail: `,
    );
  });

  it('what is resolved, changed, not read any more, and of another rule', async () => {
    const old = file((of) => {
      const [pass] = of.findings.filter(({ outcome }) => outcome === 'pass');
      if (!pass) throw new Error('no bucket passes');
      pass.outcome = 'fail';
      kept.findingOf(of, open).reasons = ['another reason'];
    });
    expect(flat((await scan(old)).stdout)).toMatch(
      /: 0 new, 1 resolved, 1 changed, 0 unread, 0 rule/,
    );
    const ruled = file((of) => {
      of.tool.version = '0.0.9';
      kept.findingOf(of, open).outcome = 'pass';
    });
    const told = (await scan(ruled)).stdout;
    expect(flat(told)).toMatch(/: 0 new, 0 resolved, 0 changed, 0 unread, 1 rule/);
    expect(told).toContain('The rule changed, not the account\n');
    const kms = ['--demo', '--check', 'kms-key-not-public', '--format', 'json'];
    const before = kept.keptReport((await runWarm([...kms, '--output', '-'])).stdout);
    before.coverage.gaps = [];
    for (const each of before.findings) if (each.outcome === 'unknown') each.outcome = 'pass';
    const read = textFile(JSON.stringify(before));
    const unread = await runWarm([...kms, '--baseline', read, '--output', folder.path]);
    expect(flat(unread.stdout)).toMatch(/, 2 unread, /);
    expect(unread.stdout).toContain('Not read any more\n');
    expect(flat(unread.stdout)).toContain(
      'Without an answer now, and no gap of the old scan: every call in sa-east-1 (denied), kms:GetKeyPolicy in eu-west-1 (denied).',
    );
  });

  it('ten of a kind, and how many more there are', async () => {
    const old = file((of) => {
      of.findings.push(
        ...Array.from({ length: 13 }, (_, at) => ({
          ...kept.findingOf(of, open),
          id: `${at}`.padStart(24, '0'),
        })),
      );
    });
    const { stdout } = await scan(old);
    expect(flat(stdout)).toMatch(/: 0 new, 13 resolved/);
    expect(flat(stdout).match(/the resource is not there any more/g)).toHaveLength(10);
    expect(stdout).toContain('  and 3 more\n');
  });

  it('on standard error where standard output is the report, and nothing with --quiet', async () => {
    const args = [...demo, '--baseline', file(), '--output', '-'];
    const piped = await runCli(args);
    expect(piped.stderr).toContain('\nBaseline\n');
    expect(kept.keptReport(piped.stdout).findings).not.toEqual([]);
    expect(await runWarm([...args, '--quiet'])).toMatchObject({ stderr: '' });
  });

  it('hostile text as text', async () => {
    const old = file((of) => {
      const own = kept.findingOf(of, open);
      own.id = 'f'.repeat(24);
      own.resource.arn = 'arn:aws:s3:::a\u001b[31m\u202e\nb';
    });
    const { stdout } = await scan(old);
    expect(stdout).toContain('a<U+001B>[31m<U+202E><U+000A>b');
  });
});

describe('the exit code', () => {
  it('is as ever without --fail-on-new', async () => {
    expect((await scan(file())).code).toBe(1);
    expect((await scan(file(), '--fail-on', 'none')).code).toBe(0);
  });

  it('heeds with --fail-on-new only what the baseline does not have', async () => {
    expect((await scan(file(), '--fail-on-new')).code).toBe(0);
    expect((await scan(file(closed), '--fail-on-new')).code).toBe(1);
    expect((await scan(file(closed), '--fail-on-new', '--fail-on', 'none')).code).toBe(0);
  });

  it('heeds the severity', async () => {
    const lighter = file((of) => (kept.findingOf(of, open).severity = 'medium'));
    expect((await scan(lighter, '--fail-on-new')).code).toBe(1);
    expect((await scan(lighter, '--fail-on-new', '--fail-on', 'medium')).code).toBe(0);
  });

  it('passes over a new failure that is muted, and not over one that is muted no more', async () => {
    const mutes = join(folder.path, 'mutes.yaml');
    const entry = {
      check,
      resource: '*tariffs',
      reason: 'public',
      owner: 'web',
      until: '2026-11-22',
    };
    writeFileSync(mutes, JSON.stringify({ mutes: [entry] }));
    expect((await scan(file(closed), '--fail-on-new', '--mute', mutes)).code).toBe(0);
    const muted = file(
      (of) =>
        (kept.findingOf(of, open).muted = { reason: 'public', owner: 'web', until: '2026-11-21' }),
    );
    const lapsed = await scan(muted, '--fail-on-new');
    expect(lapsed.code).toBe(1);
    expect(lapsed.stdout).toContain(`${open} (not muted any more)`);
    expect(flat(lapsed.stdout)).toMatch(
      /--fail-on-new: exit code 1: 1 failure at \w+ or graver: 1 not muted any more/,
    );
  });

  it('passes over what only the rule makes of the same account', async () => {
    const old = file((of) => {
      of.tool.version = '0.0.9';
      kept.findingOf(of, open).outcome = 'pass';
    });
    expect((await scan(old, '--fail-on-new')).code).toBe(0);
  });

  it('does not take for excused what the baseline never looked at', async () => {
    const old = file((of) => {
      of.scan.selection['checks'] = ['kms-key-not-public'];
      of.checks = [];
      of.findings = [];
    });
    const { code, stdout } = await scan(old, '--fail-on-new');
    expect(code).toBe(1);
    expect(stdout).toContain('The scopes are not the same');
  });

  it('is 3 where more is unread than in the baseline, and 0 where that was unread already', async () => {
    const kms = ['--demo', '--check', 'kms-key-not-public', '--format', 'json'];
    const text = (await runWarm([...kms, '--output', '-'])).stdout;
    const args = [...kms, '--output', folder.path, '--fail-on-new', '--baseline'];
    expect((await runWarm([...args, textFile(text)])).code).toBe(0);
    const read = kept.keptReport(text);
    read.coverage.gaps = [];
    for (const each of read.findings) if (each.outcome === 'unknown') each.outcome = 'pass';
    const before = textFile(JSON.stringify(read));
    expect((await runWarm([...args, before])).code).toBe(3);
    expect((await runWarm([...args, before, '--allow-unknown'])).code).toBe(0);
  });

  it('is told with --verbose', async () => {
    const { stderr } = await scan(file(), '--fail-on-new', '--verbose');
    expect(stderr).toContain(
      'exit code 0: nothing fails at --fail-on or above that the baseline does not have',
    );
  });
});

describe('which reports it takes', () => {
  it('the newest run of the folder that the scan writes to, as it was before', async () => {
    const output = join(folder.path, 'runs');
    await runCli([...demo, '--output', output]);
    // The next run takes `latest` for itself, before it is held against what that was.
    const latest = join(output, 'latest');
    const ran = await runCli([...demo, '--output', output, '--baseline', latest, '--fail-on-new']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });

  it('goes with evaluate as well', async () => {
    const evidence = join(folder.path, 'evidence.ndjson.gz');
    const { start, end, calls } = await readSample();
    const writer = await writeEvidence(evidence, start);
    for (const call of calls.values()) writer.keep(call);
    writer.seal(end);
    await writer.written();
    const args = [
      'evaluate',
      evidence,
      '--check',
      check,
      '--format',
      'json',
      '--output',
      folder.path,
    ];
    expect((await runCli([...args, '--baseline', file(), '--fail-on-new'])).code).toBe(0);
    const ran = await runCli([...args, '--baseline', file(closed), '--fail-on-new']);
    expect(ran.code).toBe(1);
    expect(flat(ran.stdout)).toMatch(/: 1 new, 0 resolved/);
  });

  it.each<readonly [string, () => string, RegExp]>([
    [
      'no file',
      () => join(folder.path, 'gone.json'),
      /gone\.json: there is no such file or folder/,
    ],
    ['half a file', () => textFile(sample.slice(0, sample.length / 2)), /the file ends too early/],
    ['no JSON', () => textFile('account: 1\n'), /:1: something else was expected here/],
    ['other JSON', () => textFile('{"schema": 7}'), /: it is no report\.json of srm-scan/],
    [
      'a later schema',
      () => file((of) => (of.schema = 'srm-scan/report/9')),
      /its schema is srm-scan\/report\/9/,
    ],
    [
      'a finding that is broken',
      () => file((of) => (kept.findingOf(of, open).outcome = 'fine')),
      /:1: findings\.outcome is not as a report has it/,
    ],
    [
      'a folder without a report',
      () => {
        const path = join(folder.path, 'empty');
        mkdirSync(path, { recursive: true });
        return path;
      },
      /empty: there is no report\.json in it; a scan writes it with --format json/,
    ],
    [
      'another account',
      () => file((of) => (of.scan.account.id = '210987654321')),
      /is of account 210987654321, and this is a scan of 123456789012: name a report of the same account/,
    ],
  ])('refuses %s with 2, in one sentence, and writes nothing', async (_, path, message) => {
    const { code, stdout, stderr, output } = await scan(path(), '--fail-on-new');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(output, 'latest'))).toBe(false);
  });

  it('sends nothing to AWS where the file is bad, and only asks who it is where the account is another', async () => {
    const aws = await startLoopback();
    try {
      const args = ['--check', check, '--format', 'json', '--output', folder.path, '--baseline'];
      const bad = await runCli([...args, textFile('{}')], { env: aws.env });
      expect(bad.code).toBe(2);
      expect(aws.calls).toEqual([]);
      const other = await runCli([...args, file((of) => (of.scan.account.id = '999999999999'))], {
        env: aws.env,
      });
      expect(other).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('is of account 999999999999, and this is a scan of'),
      });
      const asked = aws.calls.map(({ operation }) => operation);
      expect(asked).toContain('GetCallerIdentity');
      expect(asked.filter((operation) => /bucket/i.test(operation))).toEqual([]);
    } finally {
      await aws.close();
    }
  });

  it('refuses --fail-on-new without it', async () => {
    expect(await runWarm([...demo, '--fail-on-new'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('add --baseline or leave out --fail-on-new'),
    });
  });

  it('leaves the file as it is', async () => {
    const path = file(closed);
    const before = readFileSync(path, 'utf8');
    await scan(path);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
