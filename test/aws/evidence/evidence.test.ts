import { everything } from '../../../src/plan/asked.ts';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../../src/aws/evidence/canonical.ts';
import { type CallRecord, callId, type Exchange, seal } from '../../../src/aws/evidence/ledger.ts';
import type { EvidenceStart } from '../../../src/aws/evidence/record.ts';
import { linesOf } from '../../../src/aws/evidence/lines.ts';
import { writeEvidence } from '../../../src/aws/evidence/write.ts';
import { readEvidence } from '../../../src/aws/evidence/read.ts';
import { UserError } from '../../../src/text/user-error.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'srm-scan-evidence-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const start: EvidenceStart = {
  tool: { name: 'srm-scan', version: '0.1.0' },
  startedAt: '2026-11-22T12:00:00.000Z',
  homeRegion: 'us-east-1',
  selection: { ...everything, services: ['s3'] },
};
const end = { finishedAt: '2026-11-22T12:01:00.000Z', status: 'complete' as const };

function record(
  operation: string,
  input: unknown,
  came: Pick<Exchange, 'answer' | 'error'>,
): CallRecord {
  const text = canonical(input);
  const call = { service: 's3', operation, region: 'eu-west-1', input: text };
  const how = { at: '2026-11-22T12:00:01.000Z', requestId: 'R1', attempts: 1 };
  const id = callId('s3', operation, 'eu-west-1', text);
  return { id, ...call, ...how, ...came, sha256: seal(came) };
}

const answered = record(
  'GetThing',
  { Bucket: 'zürich-\u{1F5FB}' },
  {
    answer: canonical({
      Created: new Date('2026-01-02T03:04:05.678Z'),
      Key: new Uint8Array([0, 255]),
      Tags: { 10: 'ten', 9: 'nine', $date: 'not a date', line: 'a\nb\u2028c' },
      Nothing: null,
    }),
  },
);
const refused = record(
  'GetOther',
  {},
  { error: { code: 'AccessDenied', message: 'User is not authorized', status: 403 } },
);

async function written(name: string, ...records: readonly CallRecord[]): Promise<string> {
  const path = join(folder, name);
  const writer = await writeEvidence(path, start);
  for (const each of records) writer.keep(each);
  writer.seal(end);
  await writer.written();
  return path;
}

describe('evidence', () => {
  it('is read as it was written', async () => {
    const path = await written('round.ndjson.gz', answered, refused);
    const read = await readEvidence(path);
    expect(read.start).toMatchObject(start);
    expect(read.end).toMatchObject(end);
    expect([...read.calls.values()]).toEqual([answered, refused]);
  });

  it('of 0.1.0, with which nothing could be excluded, is read as such (F53)', async () => {
    const lines = gunzipSync(readFileSync(await written('older.ndjson.gz', answered))).toString();
    const older = lines
      .replaceAll(/"exclude[A-Za-z]+":\[\],|,"chain":"\w+"(?=\})|"number":\d+,"chain":"\w+",/g, '')
      .replace('srm-scan/evidence/2', 'srm-scan/evidence/1');
    expect(older).not.toMatch(/exclude|chain/);
    const path = join(folder, 'older.ndjson');
    writeFileSync(path, older);
    expect((await readEvidence(path)).start.selection).toEqual(start.selection);
  });

  it('can be read unpacked, with or without a last line feed', async () => {
    const lines = gunzipSync(readFileSync(await written('packed.ndjson.gz', answered))).toString();
    for (const text of [lines, lines.trimEnd()]) {
      const path = join(folder, 'plain.ndjson');
      writeFileSync(path, text);
      expect((await readEvidence(path)).calls.size).toBe(1);
    }
  });

  it('is for its owner alone, and never written over', async () => {
    const path = await written('private.ndjson.gz');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await expect(writeEvidence(path, start)).rejects.toMatchObject({ code: 'EEXIST' });
  });
});

describe('a broken evidence file is refused in one line that names file and place', () => {
  let lines: readonly string[] = [];
  beforeAll(async () => {
    const path = await written('whole.ndjson.gz', answered, refused);
    lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n');
  });

  /** What reading the file says. */
  async function saysOf(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(folder, name);
    writeFileSync(path, content);
    return saysAt(path);
  }

  async function saysAt(path: string): Promise<string> {
    const error: unknown = await readEvidence(path).then(
      () => 'no error',
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    const message = error instanceof Error ? error.message : '';
    expect(message).toContain(path);
    expect(message).not.toContain('\n');
    return message;
  }

  function changed(at: number, from: string, to: string): string {
    const line = lines[at] ?? '';
    expect(line).toContain(from);
    return [...lines.slice(0, at), line.replace(from, to), ...lines.slice(at + 1)].join('\n');
  }

  it('a gzip file that is cut off', async () => {
    const whole = gzipSync(lines.join('\n'));
    expect(await saysOf('cut.ndjson.gz', whole.subarray(0, whole.length - 20))).toContain(
      'cut off',
    );
  });

  it('F72: a line without an end, of which a small archive can hold gigabytes', async () => {
    const path = join(folder, 'endless.ndjson.gz');
    writeFileSync(path, gzipSync(Buffer.alloc(2_000_000, 'a')));
    const read = async () => {
      for await (const line of linesOf(path, { longest: 1_000_000 }))
        expect(line.text.length).toBeLessThan(1e6);
    };
    await expect(read()).rejects.toThrow(
      `cannot read ${path}: it has a line that is longer than any record`,
    );
  });

  it('a plain file that is cut off in a line', async () => {
    const text = lines.join('\n');
    expect(await saysOf('cut.ndjson', text.slice(0, text.length - 10))).toContain(
      'line 4: the file is cut off',
    );
  });

  it('a plain file that is cut off between lines', async () => {
    expect(await saysOf('cut2.ndjson', lines.slice(0, 3).join('\n'))).toContain('no end record');
  });

  it('a line that is not JSON', async () => {
    const text = changed(1, '{', '');
    expect(await saysOf('text.ndjson', text)).toContain('line 2: this is not JSON');
  });

  it('a record of another kind or another version', async () => {
    const other = changed(0, 'srm-scan/evidence/2', 'srm-scan/evidence/9');
    expect(await saysOf('schema.ndjson', other)).toMatch(/line 1: schema: .*srm-scan\/evidence\/2/);
    const kind = changed(1, '"record":"call"', '"record":"cell"');
    expect(await saysOf('kind.ndjson', kind)).toContain('line 2: record');
  });

  it('an answer that was changed', async () => {
    const text = changed(1, 'nine', 'neun');
    expect(await saysOf('answer.ndjson', text)).toMatch(/line 2: the answer of .* was changed/);
    const error = changed(2, 'AccessDenied', 'NoSuchThing');
    expect(await saysOf('error.ndjson', error)).toMatch(/line 3: .* was changed/);
  });

  it('an answer that was moved to another call', async () => {
    const text = changed(1, 'zürich', 'bern');
    expect(await saysOf('moved.ndjson', text)).toMatch(/line 2: the id .* it was changed/);
  });

  it('a call that is missing, or there twice', async () => {
    const [head = '', first = '', second = '', tail = ''] = lines;
    expect(await saysOf('less.ndjson', [head, first, tail].join('\n'))).toContain(
      'line 3: 2 calls were recorded but 1 are here',
    );
    expect(await saysOf('twice.ndjson', [head, first, first, second, tail].join('\n'))).toMatch(
      /line 3: the call .* is here twice/,
    );
  });

  it('a call with both an answer and an error', async () => {
    const text = changed(2, '"error":', '"answer":{},"error":');
    expect(await saysOf('both.ndjson', text)).toContain('line 3: a call has either');
  });

  it('two scans in one file', async () => {
    const [head = ''] = lines;
    expect(await saysOf('two.ndjson', [head, ...lines].join('\n'))).toContain(
      'line 2: a second scan',
    );
    expect(await saysOf('more.ndjson', [...lines, ...lines].join('\n'))).toContain(
      'line 5: there is more after the end',
    );
  });

  it('a file without its beginning, and an empty one', async () => {
    expect(await saysOf('headless.ndjson', lines.slice(1).join('\n'))).toContain(
      'line 1: the first line must be a scan record',
    );
    expect(await saysOf('empty.ndjson', '')).toContain('is empty');
    expect(await saysOf('empty.ndjson.gz', gzipSync(''))).toContain('is empty');
  });

  it('a file that is not gzip although it is named so', async () => {
    expect(await saysOf('plain.ndjson.gz', lines.join('\n'))).toContain('it is not gzip');
  });

  it('a file that is not there, and a folder', async () => {
    expect(await saysAt(join(folder, 'missing.ndjson.gz'))).toContain('there is no such file');
    mkdirSync(join(folder, 'folder.gz'));
    expect(await saysAt(join(folder, 'folder.gz'))).toContain('it is a folder');
    expect(await saysAt(folder)).toContain('it is a folder');
  });

  it('another file altogether', async () => {
    expect(await saysOf('report.json', '{\n  "schema": "srm-scan/report/1"\n}\n')).toContain(
      'line 1',
    );
    expect(await saysOf('image.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]))).toContain(
      'line 1',
    );
  });
});
