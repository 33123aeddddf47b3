/** F64: a seal that seals all of it. Each case changes evidence as somebody would who wants another verdict, hashes included. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../../src/aws/evidence/canonical.ts';
import type { EvidenceSeal } from '../../../src/aws/evidence/evidence-seal.ts';
import { type CallRecord, callId, seal } from '../../../src/aws/evidence/ledger.ts';
import { readEvidence } from '../../../src/aws/evidence/read.ts';
import { writeEvidence } from '../../../src/aws/evidence/write.ts';
import { UserError } from '../../../src/text/user-error.ts';

let folder = '';
let lines: readonly string[] = [];
let written: EvidenceSeal;

const start = {
  tool: { name: 'srm-scan' as const, version: '0.2.0' },
  startedAt: '2026-11-22T12:00:00.000Z',
  homeRegion: 'us-east-1',
  selection: {
    checks: [],
    services: [],
    frameworks: [],
    severity: null,
    regions: ['eu-west-1', 'us-east-1'],
    excludeChecks: [],
    excludeServices: [],
    excludeRegions: [],
    settings: [],
  },
};

function policyOf(bucket: string, answer: object): CallRecord {
  const input = canonical({ Bucket: bucket });
  const came = { answer: canonical(answer) };
  const call = { service: 's3', operation: 'GetBucketPolicyStatus', region: 'eu-west-1', input };
  const id = callId(call.service, call.operation, call.region, input);
  const how = { at: '2026-11-22T12:00:01.000Z', requestId: `R-${bucket}`, attempts: 1 };
  return { id, ...call, ...how, ...came, sha256: seal(came) };
}

const isPublic = (is: boolean) => ({ PolicyStatus: { IsPublic: is } });
const calls = [
  policyOf('open', isPublic(true)),
  policyOf('closed', isPublic(false)),
  policyOf('other', isPublic(false)),
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'srm-scan-chain-'));
  const path = join(folder, 'whole.ndjson.gz');
  const writer = await writeEvidence(path, start);
  for (const each of calls) writer.keep(each);
  written = writer.seal({
    finishedAt: '2026-11-22T12:01:00.000Z',
    status: 'partial',
    endedBy: 'the deadline was reached',
  });
  await writer.written();
  lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Fields = Record<string, unknown>;

function parsed(at: number): Fields {
  const fields: Fields = JSON.parse(lines[at] ?? '');
  return fields;
}

/** What reading says of the lines. */
async function saysOf(changed: readonly string[]): Promise<string> {
  const path = join(folder, 'changed.ndjson');
  writeFileSync(path, `${changed.join('\n')}\n`);
  const error: unknown = await readEvidence(path).then(
    () => 'nothing is wrong',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) return String(error);
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).not.toContain('\n');
  return error.message;
}

/** The lines with members of one of them changed. */
function withChange(at: number, change: Fields): readonly string[] {
  return lines.map((line, index) =>
    index === at ? JSON.stringify({ ...parsed(at), ...change }) : line,
  );
}

function without(at: number, ...more: readonly number[]): string[] {
  return lines.filter((_, index) => index !== at && !more.includes(index));
}

describe('F64 evidence', () => {
  it('is chained: the end of the chain is what the writer said', async () => {
    const { seal: read } = await readEvidence(join(folder, 'whole.ndjson.gz'));
    expect(read).toEqual(written);
    expect(read?.calls).toBe(3);
    expect(read?.head).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is checked by what docs/evidence.md gives for it, with nothing but Node', () => {
    const docs = readFileSync(new URL('../../../docs/evidence.md', import.meta.url), 'utf8');
    const [, code = ''] = /node -e '\n([^']+)'\n```/.exec(docs) ?? [];
    const run = (input: string) =>
      execFileSync(process.execPath, ['-e', code], { input, encoding: 'utf8' });
    expect(run(lines.join('\n'))).toBe(`head: ${written.head}\n`);
    const changed = withChange(2, { at: '2026-11-22T12:00:02.000Z' }).join('\n');
    expect(run(changed)).toContain(`out of the chain: ${calls[1]?.id}\n`);
    const other = withChange(1, { answer: isPublic(false) }).join('\n');
    expect(run(other)).toContain(`changed: ${calls[0]?.id}\n`);
  });

  it('may be written down anew, as JSON allows: members in another order, with blanks', async () => {
    const again = lines.map((line) => {
      const fields: Fields = JSON.parse(line);
      return JSON.stringify(Object.fromEntries(Object.entries(fields).toReversed())).replaceAll(
        '":',
        '": ',
      );
    });
    expect(await saysOf(again)).toBe('nothing is wrong');
  });

  it('of which the answer and the hash of one bucket were copied to another', async () => {
    const { answer, sha256 } = parsed(2);
    expect(await saysOf(withChange(1, { answer, sha256 }))).toMatch(
      /line 2: the record of s3:GetBucketPolicyStatus@eu-west-1#\w+ does not match its seal/,
    );
  });

  it.each([
    ['the selection', { selection: { ...start.selection, services: ['kms'] } }],
    ['the Regions', { selection: { ...start.selection, regions: ['us-east-1'] } }],
    ['the settings', { selection: { ...start.selection, settings: ['a.b=1'] } }],
    ['when it began', { startedAt: '2025-11-22T12:00:00.000Z' }],
    ['the home Region', { homeRegion: 'eu-west-1' }],
    ['the version', { tool: { name: 'srm-scan', version: '9.9.9' } }],
  ])('of which %s was changed in the first line', async (_, change) => {
    expect(await saysOf(withChange(0, change))).toContain(
      'line 1: the scan record does not match its seal',
    );
  });

  it('of which the first line was changed and sealed anew', async () => {
    const { chain: _none, ...scan }: Fields = { ...parsed(0), homeRegion: 'eu-west-1' };
    const chain = createHash('sha256').update(canonical(scan)).digest('hex');
    expect(await saysOf(withChange(0, { homeRegion: 'eu-west-1', chain }))).toMatch(
      /line 2: the record of .* does not match its seal; it was changed, added or moved, or the line before it was/,
    );
  });

  it.each([
    ['the time of an answer', { at: '2026-11-22T12:00:02.000Z' }],
    ['the request id', { requestId: 'R9' }],
    ['the attempts', { attempts: 2 }],
  ])('of which %s was changed', async (_, change) => {
    expect(await saysOf(withChange(2, change))).toMatch(/line 3: the record of .* does not match/);
  });

  it('of which a call was taken out, with the number of the end mended', async () => {
    const end = JSON.stringify({ ...parsed(4), calls: 2 });
    const [head = '', , second = '', third = ''] = lines;
    expect(await saysOf([head, second, third, end])).toMatch(
      /line 2: .* is call 1 of the file and says that it is call 2; calls before it were taken out, or it was moved/,
    );
    const [, first = ''] = lines;
    expect(await saysOf([head, first, second, end])).toMatch(
      /line 4: the end record does not match its seal/,
    );
  });

  it('of which two calls were exchanged', async () => {
    const [head = '', first = '', second = '', third = '', end = ''] = lines;
    expect(await saysOf([head, second, first, third, end])).toMatch(/line 2: .* or it was moved/);
  });

  it('to which a call was added', async () => {
    const { input, answer, error: _none, ...rest } = policyOf('fourth', isPublic(false));
    const call = {
      record: 'call',
      ...rest,
      input: JSON.parse(input),
      answer: JSON.parse(answer ?? ''),
    };
    const end = JSON.stringify({ ...parsed(4), calls: 4 });
    const numbered = (more: Fields) => JSON.stringify({ ...call, ...more });
    const before = lines.slice(0, 4);
    expect(await saysOf([...before, numbered({}), end])).toMatch(
      /line 5: .* it was added or moved/,
    );
    expect(await saysOf([...before, numbered({ number: 4, chain: 'x' }), end])).toMatch(
      /line 5: the record of .* does not match its seal/,
    );
  });

  it.each([
    ['partial was made complete', { status: 'complete', endedBy: undefined }],
    ['why it ended was changed', { endedBy: 'nothing in particular' }],
    ['when it ended was changed', { finishedAt: '2026-11-22T12:02:00.000Z' }],
  ])('of which %s', async (_, change) => {
    expect(await saysOf(withChange(4, change))).toContain(
      'line 5: the end record does not match its seal',
    );
  });

  it('that was cut off, or of which the links were left out', async () => {
    expect(await saysOf(without(4))).toContain('no end record');
    const bare = lines.map((line) => line.replace(/,?"chain":"\w+"/, ''));
    expect(await saysOf(bare)).toContain('line 1: the scan record does not match its seal');
    const older = bare.map((line) => line.replace('evidence/2', 'evidence/1'));
    expect(await saysOf([...older.slice(0, 4), lines[4] ?? ''])).toMatch(
      /line 5: the record is chained, but the scan record says srm-scan\/evidence\/1/,
    );
  });

  it('of version 0.1.0 is read, and said to have no chain', async () => {
    const older = lines.map((line) =>
      line
        .replace(/,?"chain":"\w+"/, '')
        .replace(/"number":\d,?/, '')
        .replace('evidence/2', 'evidence/1'),
    );
    const path = join(folder, 'older.ndjson');
    writeFileSync(path, older.join('\n'));
    expect((await readEvidence(path)).seal).toEqual({ head: null, calls: 3 });
  });

  it('can be chained anew by whoever rewrites all of it: only the head, kept elsewhere, shows it', async () => {
    const path = join(folder, 'forged.ndjson.gz');
    const writer = await writeEvidence(path, start);
    writer.keep(policyOf('open', isPublic(false)));
    writer.seal({ finishedAt: '2026-11-22T12:01:00.000Z', status: 'complete' });
    await writer.written();
    const { seal: forged } = await readEvidence(path);
    expect(forged?.head).not.toBe(written.head);
  });
});
