/** A scan that a stranger judges again: by evidence, manifest and signature alone. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLoopback } from '../support/loopback-aws.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { writeKeys } from '../support/signing-keys.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
const kept = join(folder.path, 'kept', 'latest');
/** What the stranger was handed: no report. */
const handed = join(folder.path, 'handed');
const owner = writeKeys(folder.path, 'owner');
const other = writeKeys(folder.path, 'other');

beforeAll(async () => {
  const aws = await startLoopback();
  const args = ['--service', 's3', '--service', 'iam', '--evidence', '--quiet'];
  const to = ['--sign', `file:${owner.key}`, '--output', join(folder.path, 'kept')];
  await runCli([...args, ...to], { env: aws.env });
  await aws.close();
});
beforeEach(() => {
  rmSync(handed, { recursive: true, force: true });
  mkdirSync(handed);
  for (const name of ['evidence.ndjson.gz', 'manifest.json', 'manifest.dsse.json']) {
    cpSync(join(kept, name), join(handed, name));
  }
});
afterAll(() => {
  folder.remove();
});

async function replay(path: string, ...args: readonly string[]) {
  const ran = await runWarm(['evaluate', path, '--output', join(folder.path, 'again'), ...args]);
  return { ...ran, told: ran.stdout.replaceAll(/\s+/g, ' ') };
}

/** Changes the manifest as somebody would who knows of its seal. */
function changeManifest(edit: (text: string) => string): void {
  const path = join(handed, 'manifest.json');
  const [body = ''] = edit(readFileSync(path, 'utf8')).split('  "seal": ');
  const seal = createHash('sha256').update(body).digest('hex');
  writeFileSync(path, `${body}  "seal": "${seal}"\n}\n`);
}

describe('the same program on the same evidence', () => {
  it.each([
    ['the folder', () => handed],
    ['the file in it', () => join(handed, 'evidence.ndjson.gz')],
  ])('says so of %s, without any report', async (_, path) => {
    const { told, stderr } = await replay(path(), '--key', owner.pub);
    expect(stderr).toBe('');
    expect(told).toMatch(/Replay Same rules, same findings: (\d+) of \1\./);
  });

  it('says it on standard error where a report goes to standard output', async () => {
    const { stdout, stderr } = await runCli([
      ...['evaluate', handed, '--format', 'json', '--output', '-'],
    ]);
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stderr).toContain('Same rules, same findings');
  });
});

describe('what differs is named', () => {
  const rule = (id: string) => new RegExp(`("id":"${id}","rule":")[0-9a-f]{64}`);

  it('a check whose code is another', async () => {
    changeManifest((text) => text.replace(rule('s3-bucket-versioning'), `$1${'0'.repeat(64)}`));
    const { told } = await replay(handed);
    expect(told).toContain('Rules differ (both say srm-scan');
    expect(told).toContain('): s3-bucket-versioning.');
    expect(told).toContain('Same findings, of the checks that both judged');
  });

  it('an engine that is another', async () => {
    changeManifest((text) => text.replace(/("engine": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`));
    expect((await replay(handed)).told).toContain('Rules differ: the engine that runs every check');
  });

  it('findings that are others', async () => {
    changeManifest((text) =>
      text.replace(/("id":"iam-root-mfa".*"verdicts":")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`),
    );
    const { told } = await replay(handed);
    expect(told).toContain('Same rules.');
    expect(told).toMatch(/Findings differ: iam-root-mfa, \d+ then and \d+ now\./);
  });

  it('a parameter that was set here', async () => {
    const set = ['--set', 'iam-access-key-rotated.maxAgeDays=10'];
    const { told, stderr } = await replay(handed, ...set);
    expect(stderr).toBe('');
    expect(told).toContain(
      'Parameter iam-access-key-rotated.maxAgeDays differs: the scan had the default, this has 10.',
    );
  });

  it('checks that are not judged here', async () => {
    const { told } = await replay(handed, '--exclude-check', 's3-bucket-versioning');
    expect(told).toContain('Judged then and not now: s3-bucket-versioning.');
  });
});

describe('files that the scan was read with', () => {
  const kept2 = join(folder.path, 'with files');
  const mute = join(folder.path, 'mutes.yaml');
  const attest = join(folder.path, 'attested.yaml');
  const muteOf = (until: string) =>
    `mutes:\n  - { check: s3-bucket-versioning, reason: a, owner: b, until: '${until}' }\n`;

  beforeAll(async () => {
    writeFileSync(mute, muteOf('2999-12-31'));
    writeFileSync(
      attest,
      "attestations:\n  - { question: s3.application-code, answer: a, by: b, on: '2026-01-01', until: '2999-12-31', evidence: [c] }\n",
    );
    const aws = await startLoopback();
    const args = ['--service', 's3', '--evidence', '--quiet', '--output', kept2];
    await runCli([...args, '--mute', mute, '--attest', attest], { env: aws.env });
    await aws.close();
  });

  it('stand in the manifest and in the report', () => {
    const materials = [mute, attest].map((path) => {
      const bytes = readFileSync(path);
      return {
        kind: path === mute ? 'mute' : 'attest',
        name: basename(path),
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
    });
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(join(kept2, 'latest', name), 'utf8'));
    expect(read('manifest.json')).toMatchObject({ materials });
    expect(read('report.json')).toMatchObject({ scan: { materials } });
  });

  it('come to the same findings where they are the same', async () => {
    const { told } = await replay(join(kept2, 'latest'), '--mute', mute, '--attest', attest);
    expect(told).toMatch(/Replay Same rules, same findings: (\d+) of \1\./);
  });

  it('are named where they are others, or are not given', async () => {
    const other = join(folder.path, 'other.yaml');
    writeFileSync(other, muteOf('2999-12-30'));
    const { told } = await replay(join(kept2, 'latest'), '--mute', other);
    expect(told).toContain('Same rules.');
    expect(told).toMatch(
      /The file of --mute differs: the scan had mutes\.yaml \(SHA-256 [0-9a-f]{64}\), this has other\.yaml \(SHA-256 [0-9a-f]{64}\)\./,
    );
    expect(told).toMatch(
      /The file of --attest differs: the scan had attested\.yaml .*, this has none\./,
    );
    expect(told).toContain('Same findings, of the checks that both judged');
  });
});

describe('evidence that is not the one is refused, and nothing is judged', () => {
  it.each([
    ['another key', () => [handed, '--key', other.pub], /is not by this key .*, and --key asks/],
    [
      'a folder without evidence',
      () => {
        rmSync(join(handed, 'evidence.ndjson.gz'));
        return [handed];
      },
      /there is no evidence.ndjson.gz in it; a scan keeps it with --evidence/,
    ],
    [
      'no signature where one is asked for',
      () => {
        rmSync(join(handed, 'manifest.dsse.json'));
        return [handed, '--key', owner.pub];
      },
      /it is not signed, and --key asks/,
    ],
    [
      'a manifest that was changed to fit',
      () => {
        changeManifest((text) => text.replace('"status": "complete"', '"status": "partial"'));
        return [handed, '--key', owner.pub];
      },
      /is of another manifest, or the manifest was changed/,
    ],
    ['all runs', () => [join(folder.path, 'kept')], /name one of them, such as .*latest\n$/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await runWarm([
      ...['evaluate', ...args(), '--output', join(folder.path, 'refused')],
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
