/** `--mute`: what an owner accepts stays a failure, is counted apart, and is passed over by the exit code until its day. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { writeEvidence } from '../../src/aws/evidence/write.ts';
import { readSample } from '../../src/run/sample.ts';
import { expectValid } from '../support/report-schema.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

/** In the sample four buckets fail it, all in eu-west-1; it began on 2026-11-22. */
const check = 's3-bucket-not-public';
const buckets = [
  'nwh-carrier-photos',
  'nwh-partner-dropbox',
  'nwh-public-tariffs',
  'www.northwind-harbour.example',
];
const today = '2026-11-22';

const report = z.looseObject({
  summary: z.looseObject({
    byOutcome: z.record(z.string(), z.number()),
    bySeverity: z.record(z.string(), z.number()),
    muted: z.record(z.string(), z.number()).optional(),
    score: z.object({ passed: z.number(), of: z.number() }),
  }),
  mutes: z
    .array(z.looseObject({ state: z.string(), matched: z.number(), muted: z.number() }))
    .optional(),
  findings: z.array(
    z.looseObject({
      outcome: z.string(),
      resource: z.looseObject({ name: z.string() }),
      muted: z.unknown().optional(),
    }),
  ),
});

interface Entry {
  readonly [member: string]: unknown;
}

/** An entry that is right and in force, and what of it is otherwise. */
function entry(own: Entry = {}): Entry {
  return { check, reason: 'a public site', owner: 'web team', until: today, ...own };
}

let files = 0;
function muteFile(content: string | readonly Entry[]): string {
  const path = join(folder.path, `mutes-${(files += 1)}.yaml`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify({ mutes: content }));
  return path;
}

async function scan(content: string | readonly Entry[] | undefined, ...more: readonly string[]) {
  const output = join(folder.path, `out-${(files += 1)}`);
  const mute = content === undefined ? [] : ['--mute', muteFile(content)];
  const args = ['--demo', '--check', check, ...mute, '--format', 'json', ...more];
  const ran = await runWarm([...args, '--output', output]);
  const path = join(output, 'latest', 'report.json');
  const written: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  return { ...ran, output, written, read: () => report.parse(written) };
}

/** The buckets that are muted, by name. */
const mutedIn = ({ findings }: z.output<typeof report>) =>
  findings
    .flatMap(({ muted, resource }) => (muted === undefined ? [] : [resource.name]))
    .toSorted();

const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('a muted failure', () => {
  it('stays a failure, counted apart, and is no pass', async () => {
    const plain = await scan(undefined);
    const muted = await scan([entry({ resource: 'www.*' })]);
    expectValid(muted.written);
    const [before, after] = [plain.read(), muted.read()];
    expect(after.summary.byOutcome).toEqual(before.summary.byOutcome);
    expect(after.summary.bySeverity).toEqual(before.summary.bySeverity);
    expect(after.summary.score).toEqual(before.summary.score);
    expect(before.summary.muted).toBeUndefined();
    expect(after.summary.muted).toMatchObject({ critical: 1, high: 0 });
    expect(after.findings.filter(({ muted: by }) => by !== undefined)).toMatchObject([
      {
        outcome: 'fail',
        resource: { name: 'www.northwind-harbour.example' },
        muted: { reason: 'a public site', owner: 'web team', until: today },
      },
    ]);
  });

  it('is told on the terminal', async () => {
    const { stdout } = await scan([entry({ resource: 'www.*' })]);
    expect(flat(stdout)).toContain(
      '1 failure is muted by 1 entry: counted as a failure, passed over by the exit code.',
    );
  });

  it('is passed over by the exit code, where no other failure is as grave', async () => {
    expect((await scan([entry()])).code).toBe(0);
    expect((await scan([entry({ resource: 'www.*' })])).code).toBe(1);
    expect((await scan([entry({ resource: 'www.*' })], '--fail-on', 'none')).code).toBe(0);
  });

  it('does not make what could not be read acceptable', async () => {
    const kms = 'kms-key-not-public';
    const args = ['--demo', '--check', kms, '--format', 'json', '--mute'];
    const ran = await runCli([...args, muteFile([entry({ check: kms })])], { cwd: folder.path });
    expect(ran.code).toBe(3);
  });

  it('is muted by evaluate as well, of kept evidence', async () => {
    const evidence = join(folder.path, 'evidence.ndjson.gz');
    const { start, end, calls } = await readSample();
    const writer = await writeEvidence(evidence, start);
    for (const call of calls.values()) writer.keep(call);
    writer.seal(end);
    await writer.written();
    const mute = ['--mute', muteFile([entry()])];
    const args = ['evaluate', evidence, '--check', check, '--format', 'json', '--output', '-'];
    const { code, stdout } = await runCli([...args, ...mute]);
    expect(code).toBe(0);
    expect(mutedIn(report.parse(JSON.parse(stdout)))).toEqual(buckets);
  });

  it('is muted by the file that the configuration names, from its folder; a flag goes before', async () => {
    writeFileSync(join(folder.path, 'owned.json'), JSON.stringify({ mutes: [entry()] }));
    const config = join(folder.path, 'srm-scan.config.yaml');
    writeFileSync(config, 'mute: owned.json\n');
    const none = ['--demo', '--check', check, '--format', 'json', '--config', config];
    expect((await runCli(none)).code).toBe(0);
    const other = muteFile([entry({ resource: 'www.*' })]);
    expect((await runCli([...none, '--mute', other])).code).toBe(1);
  });
});

describe('which failures an entry mutes', () => {
  it.each<readonly [string, Entry, readonly string[]]>([
    ['all of the check', {}, buckets],
    ['checks by a pattern', { check: 's3-*-not-public' }, buckets],
    ['the whole name', { resource: 'nwh-public-tariffs' }, ['nwh-public-tariffs']],
    ['never a part of the name', { resource: 'public-tariffs' }, []],
    ['never the beginning alone', { resource: 'nwh-public' }, []],
    ['never in other letters', { resource: 'NWH-public-tariffs' }, []],
    [
      'a star for any letters',
      { resource: 'nwh-*s' },
      ['nwh-carrier-photos', 'nwh-public-tariffs'],
    ],
    ['a star for no letters', { resource: 'nwh-*public-tariffs' }, ['nwh-public-tariffs']],
    ['a dot for itself alone', { resource: 'nwh.public.tariffs' }, []],
    ['a star that is meant as a letter', { resource: 'nwh-\\*' }, []],
    ['the whole ARN', { resource: 'arn:aws:s3:::nwh-public-*' }, ['nwh-public-tariffs']],
    ['never a name as an ARN', { resource: 'arn:*:nwh-public' }, []],
    ['the Region', { region: 'eu-west-*' }, buckets],
    ['another Region', { region: 'eu-central-1' }, []],
    ['the account', { account: '123456789012' }, buckets],
    ['another account', { account: '210987654321' }, []],
  ])('%s', async (_, own, muted) => {
    const { code, read } = await scan([entry(own)]);
    expect(mutedIn(read())).toEqual(muted);
    expect(code).toBe(muted.length === buckets.length ? 0 : 1);
  });
});

describe('an entry that does not do what its owner believes', () => {
  it('is void past its date, and said to be', async () => {
    const { code, read, stdout } = await scan([entry({ until: '2026-11-21' })]);
    expect(code).toBe(1);
    expect(mutedIn(read())).toEqual([]);
    expect(read().mutes).toMatchObject([{ state: 'void', muted: 0 }]);
    expect(flat(stdout)).toContain(`Void since 2026-11-21 is past: ${check} (web team)`);
  });

  it('holds through its last day', async () => {
    const { read } = await scan([entry()]);
    expect(read().mutes).toMatchObject([{ state: 'in-force', muted: 4 }]);
  });

  it('matches nothing, and is said to', async () => {
    const { read, stdout } = await scan([entry({ resource: 'gone-*' })]);
    expect(read().mutes).toMatchObject([{ state: 'matches-nothing', matched: 0 }]);
    expect(flat(stdout)).toContain(
      `Matches nothing: ${check}, gone-* (web team); no finding fits. Mend the entry, or remove it.`,
    );
  });

  it('has nothing to mute where another entry did', async () => {
    const { read, stdout } = await scan([entry(), entry({ resource: 'www.*', owner: 'late' })]);
    expect(read().mutes).toMatchObject([
      { state: 'in-force', muted: 4 },
      { state: 'nothing-to-mute', matched: 1, muted: 0 },
    ]);
    expect(flat(stdout)).toContain(`Nothing to mute: ${check}, www.* (late)`);
  });

  it('is not called wrong where the scan did not ask for what it is about', async () => {
    const others = [entry({ check: 'kms-key-not-public' }), entry({ account: '210987654321' })];
    const { read, stdout } = await scan(others);
    expect(read().mutes).toMatchObject([{ state: 'not-asked' }, { state: 'not-asked' }]);
    expect(stdout).not.toContain('Matches nothing');
  });
});

describe('a file that is wrong ends the run with 2, by its line, and nothing is written', () => {
  /** YAML of one entry; the members stand on lines 2 to 5. */
  const yaml = (own: Readonly<Record<string, string | undefined>>) => {
    const members = { check, reason: 'known', owner: 'web', until: "'2026-12-31'", ...own };
    const lines = Object.entries(members).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${value}`],
    );
    return `mutes:\n  - ${lines.join('\n    ')}\n`;
  };

  it.each<readonly [string, string, RegExp]>([
    [
      'no reason',
      yaml({ reason: undefined }),
      /:2: mutes\.0\.reason: a text is wanted, and there is none/,
    ],
    ['no owner', yaml({ owner: undefined }), /:2: mutes\.0\.owner: a text is wanted/],
    ['no until', yaml({ until: undefined }), /:2: mutes\.0\.until: a day is wanted/],
    ['a blank reason', yaml({ reason: "' '" }), /:3: mutes\.0\.reason: write it out/],
    ['a type', yaml({ reason: '7' }), /:3: mutes\.0\.reason: a text is wanted/],
    [
      'two documents',
      'mutes: []\n---\nmutes: []\n',
      /:2: a second document begins here; put all into one/,
    ],
    [
      'lists in lists',
      `mutes: ${'['.repeat(9000)}${']'.repeat(9000)}\n`,
      /lists and members stand in one another deeper than any file of srm-scan needs/,
    ],
    [
      'JSON in JSON',
      `${'{"mutes":'.repeat(9000)}1${'}'.repeat(9000)}`,
      /lists and members stand in one another deeper than any file of srm-scan needs/,
    ],
    ['an empty reason', yaml({ reason: 'null' }), /reason: a text is wanted, and it is empty/],
    ['no list', 'mutes: all\n', /:1: mutes: a list is wanted/],
    ['nothing', '', /: mutes: a list is wanted/],
    [
      'a day that is none',
      yaml({ until: "'2026-02-30'" }),
      /:5: mutes\.0\.until: a day is wanted, such/,
    ],
    ['a moment for a day', yaml({ until: "'2026-12-31T10:00:00Z'" }), /:5: mutes\.0\.until: a day/],
    ['an account', yaml({ account: '123' }), /:6: mutes\.0\.account: a text is wanted/],
    [
      'a check',
      yaml({ check: 's3-bucket-not-publik' }),
      /:2: unknown check "s3-bucket-not-publik".*"?s3-bucket-not-public\b/is,
    ],
    ['a pattern of checks', yaml({ check: "'s9-*'" }), /:2: no check fits "s9-\*"/],
    ['a member', yaml({ onwer: 'web' }), /:6: unknown member "onwer".*owner/is],
    ['a member of the file', `${yaml({})}mute: []\n`, /:6: unknown member "mute".*mutes/is],
    [
      'everything',
      yaml({ check: "'*'", resource: "'*'" }),
      /:2: this mutes everything; name a check/,
    ],
    ['YAML', 'mutes:\n  - check: "s3\n', /:\d: /],
    ['JSON', '{"mutes": [}', /:1: /],
  ])('%s', async (_, content, message) => {
    const { code, stdout, stderr, output } = await scan(content);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/mutes-\d+\.yaml/);
    expect(existsSync(output)).toBe(false);
  });

  it('no file, and a folder', async () => {
    const output = join(folder.path, 'never');
    const args = ['--demo', '--check', check, '--output', output, '--mute'];
    const gone = await runWarm([...args, join(folder.path, 'gone.yaml')]);
    expect(gone).toMatchObject({ code: 2, stdout: '' });
    expect(gone.stderr).toContain('gone.yaml: there is no such file');
    expect(await runWarm([...args, folder.path])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('it is a folder; name a file'),
    });
    expect(existsSync(output)).toBe(false);
  });
});
