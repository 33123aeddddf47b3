/** `--attest`: what persons answer to questions that no API answers, each until its day. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { expectValid } from '../support/report-schema.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

/** A line of S3 that asks a person. The sample began on 2026-11-22. */
const question = 's3.application-code';
const today = '2026-11-22';

const report = z.looseObject({
  summary: z.unknown(),
  responsibilities: z.array(z.looseObject({ id: z.string(), attested: z.unknown().optional() })),
  attestations: z.array(z.looseObject({ state: z.string() })).optional(),
});

interface Entry {
  readonly [member: string]: unknown;
}

/** An entry that is right and in force, and what of it is otherwise. */
function entry(own: Entry = {}): Entry {
  const given = { answer: 'every change is reviewed', by: 'A. Berg, head of web' };
  return { question, ...given, on: '2026-06-01', until: today, evidence: ['WEB-12'], ...own };
}

let files = 0;
async function scan(content: string | readonly Entry[] | undefined) {
  const output = join(folder.path, `out-${(files += 1)}`);
  const path = join(folder.path, `attestations-${files}.yaml`);
  const text = typeof content === 'string' ? content : JSON.stringify({ attestations: content });
  if (content !== undefined) writeFileSync(path, text);
  const attest = content === undefined ? [] : ['--attest', path];
  const args = ['--demo', '--check', 's3-bucket-not-public', '--format', 'json', ...attest];
  const ran = await runWarm([...args, '--output', output]);
  const file = join(output, 'latest', 'report.json');
  const written: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return { ...ran, output, written, read: () => report.parse(written) };
}

const attestedIn = ({ responsibilities }: z.output<typeof report>) =>
  responsibilities.flatMap(({ id, attested }) => (attested === undefined ? [] : [[id, attested]]));

const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('an attestation', () => {
  it('answers its line, in the report and on the terminal, and passes nothing', async () => {
    const plain = await scan(undefined);
    const given = await scan([entry()]);
    expectValid(given.written);
    expect(attestedIn(plain.read())).toEqual([]);
    const { question: _asked, ...answer } = entry();
    expect(attestedIn(given.read())).toEqual([[question, answer]]);
    expect(given.read().attestations).toEqual([{ ...entry(), state: 'in-force' }]);
    expect(given.read().summary).toEqual(plain.read().summary);
    expect(given.code).toBe(plain.code);
    const asked = given
      .read()
      .responsibilities.filter(
        ({ attestation, inUse }) =>
          attestation !== undefined && inUse !== 'no' && inUse !== 'not-looked-for',
      );
    expect(flat(given.stdout)).toContain(
      `Attested 1 of the ${asked.length} questions to attest is answered.`,
    );
  });

  it('is void past its date, and said to be', async () => {
    const { read, stdout } = await scan([entry({ until: '2026-11-21' })]);
    expect(attestedIn(read())).toEqual([]);
    expect(read().attestations).toMatchObject([{ state: 'expired' }]);
    expect(flat(stdout)).toContain(
      `Void since 2026-11-21 is past: ${question}, by A. Berg, head of web.`,
    );
  });

  it('is void before its date, and said to be', async () => {
    const own = { on: '2026-11-23', until: '2027-01-01' };
    const { read, stdout } = await scan([entry(own)]);
    expect(attestedIn(read())).toEqual([]);
    expect(read().attestations).toMatchObject([{ state: 'not-yet' }]);
    expect(flat(stdout)).toContain(`Void until 2026-11-23 is there: ${question}`);
  });

  it('is replaced by one that was given later, which stands where an expired one stood', async () => {
    const { read } = await scan([
      entry({ on: '2026-09-01', answer: 'later' }),
      entry(),
      entry({ on: '2026-10-01', until: '2026-10-02' }),
    ]);
    const states = read().attestations?.map(({ state }) => state);
    expect(states).toEqual(['in-force', 'replaced', 'expired']);
    expect(attestedIn(read())).toMatchObject([[question, { answer: 'later' }]]);
  });

  it('of another account answers nothing', async () => {
    const { read } = await scan([entry({ account: '210987654321' })]);
    expect(read().attestations).toMatchObject([{ state: 'other-account' }]);
    expect(attestedIn(read())).toEqual([]);
  });

  it('comes from the file that the configuration names, from its folder', async () => {
    writeFileSync(join(folder.path, 'given.json'), JSON.stringify({ attestations: [entry()] }));
    const config = join(folder.path, 'srm-scan.config.yaml');
    writeFileSync(config, 'attest: given.json\n');
    const args = ['--demo', '--check', 's3-bucket-not-public', '--format', 'json', '--output', '-'];
    const { stdout } = await runCli([...args, '--config', config]);
    expect(attestedIn(report.parse(JSON.parse(stdout)))).toMatchObject([[question, {}]]);
  });
});

describe('a file that is wrong ends the run with 2, by its line, and nothing is written', () => {
  /** YAML of one entry; the members stand on lines 2 to 7. */
  const yaml = (own: Readonly<Record<string, string | undefined>>) => {
    const members = {
      question,
      answer: 'reviewed',
      by: 'A. Berg',
      on: "'2026-06-01'",
      until: "'2026-12-31'",
      evidence: '[WEB-12]',
      ...own,
    };
    const lines = Object.entries(members).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${value}`],
    );
    return `attestations:\n  - ${lines.join('\n    ')}\n`;
  };

  it.each<readonly [string, string, RegExp]>([
    ['no answer', yaml({ answer: undefined }), /:2: attestations\.0\.answer: a text is wanted/],
    ['no name', yaml({ by: undefined }), /:2: attestations\.0\.by: a text is wanted/],
    ['no day', yaml({ on: undefined }), /:2: attestations\.0\.on: a day is wanted/],
    ['no until', yaml({ until: undefined }), /:2: attestations\.0\.until: a day is wanted/],
    ['no evidence', yaml({ evidence: '[]' }), /:7: attestations\.0\.evidence: name what shows it/],
    [
      'a text for a list',
      yaml({ evidence: 'x' }),
      /:7: attestations\.0\.evidence: a list is wanted/,
    ],
    ['a day that is none', yaml({ until: "'31.12.2026'" }), /:6: attestations\.0\.until: a day is/],
    ['days turned round', yaml({ until: "'2026-05-31'" }), /:6: 2026-05-31 is before 2026-06-01/],
    [
      'a question',
      yaml({ question: 's3.application-cod' }),
      /:2: unknown question "s3.application-cod".*s3\.application-code/s,
    ],
    [
      'a question of AWS',
      yaml({ question: 's3.hardware' }),
      /:2: s3\.hardware asks nothing of a person: it is AWS’s alone/,
    ],
    ['a member', yaml({ untill: 'x' }), /:8: unknown member "untill".*until/s],
    ['YAML', 'attestations:\n  - question: "s3\n', /:\d: /],
  ])('%s', async (_, content, message) => {
    const { code, stdout, stderr, output } = await scan(content);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/attestations-\d+\.yaml/);
    expect(existsSync(output)).toBe(false);
  });

  it('no file', async () => {
    const path = join(folder.path, 'gone.yaml');
    const { code, stderr } = await runWarm(['--demo', '--attest', path]);
    expect(code).toBe(2);
    expect(stderr).toContain('gone.yaml: there is no such file');
  });
});
