/** An account that is read by several functions: each asks only what has no answer yet, and the last one judges all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checks as allChecks } from '../../../checks/index.ts';
import { canonicalAgain } from '../../../src/aws/evidence/canonical.ts';
import { callLink, firstLink, lastLink } from '../../../src/aws/evidence/chain.ts';
import type { Exchange } from '../../../src/aws/evidence/ledger.ts';
import { readEvidence } from '../../../src/aws/evidence/read.ts';
import { callRecord, type Evidence } from '../../../src/aws/evidence/record.ts';
import { writeEvidence } from '../../../src/aws/evidence/write.ts';
import { CredentialsLost, DeadlineReached, type Fault, notSent } from '../../../src/aws/faults.ts';
import { NotStarted } from '../../../src/aws/live/explain-start.ts';
import type { Transport } from '../../../src/aws/transport.ts';
import { summaryOf } from '../../../src/fleet/summarize.ts';
import { everything } from '../../../src/plan/asked.ts';
import { plan } from '../../../src/plan/plan.ts';
import type { Report } from '../../../src/report/model.ts';
import {
  isKept,
  keepPart,
  openEarlier,
  type PartsPlace,
  refuseOtherScan,
} from '../../../src/run/fleet-job/reading.ts';
import { unscannedBy } from '../../../src/run/fleet/unscanned-by.ts';
import { scanPart, startOf } from '../../../src/run/fleet-job/scan-part.ts';
import { runKeys } from '../../../src/run/fleet-job/store.ts';
import { readSample } from '../../../src/run/sample.ts';
import { scan, type ScanSource } from '../../../src/run/scan.ts';
import { replaySource } from '../../../src/run/replay-source.ts';
import { pagedEvidence } from '../../support/paged-evidence.ts';
import { documentOf, readerOf } from '../../support/report-document.ts';
import { expectValid } from '../../support/report-schema.ts';

const services = ['iam', 's3'];
const checks = allChecks.filter(({ service }) => services.includes(service));
const request = { checks, params: {}, selection: { ...everything, services } };
const account = '111122223333';
const keys = runKeys('audits', '20261127T021700Z');
const folder = mkdtempSync(join(tmpdir(), 'srm-scan-parts-'));
let evidence: Evidence;
let whole: Report;

beforeAll(async () => {
  const { collectors } = plan(checks);
  const operations = collectors.flatMap(({ calls }) => calls);
  // So that the time is up within lists too.
  evidence = pagedEvidence(await readSample(), operations);
  whole = documentOf(await scan(request, accountFor(Infinity).next()));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The account of the sample, which answers so many calls before the time of the function is up. */
function accountFor(calls: number, say?: (id: string, part: number) => Fault | undefined) {
  const sent = new Map<string, number>();
  const answeredTwice: string[] = [];
  const answered = new Set<string>();
  let part = 0;
  let lost = 0;
  const next = (options: Pick<ScanSource, 'keep'> = {}): ScanSource => {
    part += 1;
    const now = part;
    const startedAt = new Date(Date.parse('2026-11-27T02:17:00Z') + now * 900_000);
    const deadline = new AbortController();
    const { transport, sample: _not, ...source } = replaySource(evidence);
    const { signal } = deadline;
    const up = new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
    let left = calls;
    const exchange: Transport['exchange'] = async (...call): Promise<Exchange> => {
      const [, , , { id }] = call;
      left -= 1;
      const how = { at: startedAt.toISOString(), requestId: null };
      if (signal.aborted) return { ...how, attempts: 0, error: notSent(signal) };
      if (left < 0) {
        // Those that come until then are on their way when the time is up.
        setTimeout(() => {
          deadline.abort(new DeadlineReached());
        });
        sent.set(id, (sent.get(id) ?? 0) + 1);
        lost += 1;
        await up;
        return { ...how, attempts: 1, error: notSent(signal) };
      }
      sent.set(id, (sent.get(id) ?? 0) + 1);
      const error = say?.(id, now);
      if (error) return { ...how, attempts: 1, error };
      if (answered.has(id)) answeredTwice.push(id);
      answered.add(id);
      return { ...(await transport.exchange(...call)), attempts: 1 };
    };
    return {
      ...source,
      ...options,
      startedAt,
      signal,
      transport: { ...transport, exchange },
      ended: () => {
        const finishedAt = startedAt.toISOString();
        const { aborted, reason } = signal;
        if (!aborted) return { status: 'complete', finishedAt };
        return { status: 'partial', endedBy: String(reason.message), finishedAt };
      },
    };
  };
  return { next, sent, answeredTwice, lost: () => lost };
}

/** What S3 is for it: keys are files of a folder. */
function bucketIn(path: string) {
  const files = new Map<string, string>();
  const place: PartsPlace = {
    keys,
    account,
    name: 'reports',
    store: {
      keys: (prefix) => Promise.resolve([...files.keys()].filter((key) => key.startsWith(prefix))),
      readBytes: (key) => {
        const file = files.get(key);
        return Promise.resolve(file === undefined ? undefined : readFileSync(file));
      },
      writeFirst: (key, body) => {
        if (files.has(key)) return Promise.resolve(false);
        const file = join(path, `object-${files.size}`);
        writeFileSync(file, body);
        files.set(key, file);
        return Promise.resolve(true);
      },
    },
  };
  return { place, files };
}

interface Options {
  readonly most?: number;
  readonly keep?: ScanSource['keep'];
}

/** One function. */
async function partOf(
  { place }: ReturnType<typeof bucketIn>,
  source: ScanSource,
  part: number,
  most = 40,
  isLate = false,
  id = 'R-1',
  hasCredentials = true,
) {
  const own = await mkdtemp(join(folder, 'function-'));
  const reading = { id, part };
  const earlier = await openEarlier(place, reading, own);
  try {
    refuseOtherScan(earlier, startOf(request, source));
    const whole = await scanPart(request, source, {
      number: part,
      reading: { id, account: place.account },
      most,
      earlier,
      folder: own,
      keep: (path) => keepPart(place, reading, path),
      isLate: () => isLate,
      hasCredentials: () => hasCredentials,
    });
    return whole && { ...whole, report: documentOf(whole.report) };
  } finally {
    await earlier.calls.close();
  }
}

/** One after the other, until there is a report. */
async function readInParts(of: ReturnType<typeof accountFor>, { most, keep }: Options = {}) {
  const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
  for (let part = 1; ; part += 1) {
    const source = of.next(keep && { keep });
    const last = await partOf(bucket, source, part, most);
    if (last) return { ...last, bucket };
  }
}

/** Without what several functions make otherwise: the moments, and what the calls of each sent. */
function judgedIn({ findings, coverage, summary, controls, responsibilities, calls }: Report) {
  const asked = calls.map(({ at: _at, attempts: _attempts, ...call }) => call);
  return { findings, coverage, summary, controls, responsibilities, asked };
}

describe('an account that is read in parts', () => {
  it.each([30])('is judged as one that is read at once, %i calls a part', async (calls) => {
    const cut = accountFor(calls);
    const { report } = await readInParts(cut, { most: 100 });
    expect(report.scan.status).toBe('complete');
    expectValid(report);
    expect(judgedIn(report)).toEqual(judgedIn(whole));
    expect(cut.answeredTwice).toEqual([]);
    const attempts = new Map(report.calls.map((call) => [call.id, call.attempts]));
    expect(attempts).toEqual(cut.sent);
  });

  it('says who read what, and judges all as of the first moment', async () => {
    const cut = accountFor(100);
    const { report } = await readInParts(cut);
    const { parts = [], startedAt, finishedAt } = report.scan;
    expect(parts.length).toBeGreaterThan(1);
    expect(startedAt).toBe('2026-11-27T02:32:00.000Z');
    expect(parts.map((part) => part.startedAt)).toEqual(
      parts.map((_, at) => new Date(Date.parse(startedAt) + at * 900_000).toISOString()),
    );
    expect(finishedAt).toBe(parts.at(-1)?.finishedAt);
    const sent = parts.reduce((sum, part) => sum + part.calls, 0);
    expect(sent).toBe(report.calls.length + cut.lost());
    expect(summaryOf(readerOf(report), null, []).scan.parts).toBe(parts.length);
    const atOnce = await readInParts(accountFor(Infinity));
    expect(atOnce.report.scan.parts).toBeUndefined();
    expect(summaryOf(readerOf(atOnce.report), null, []).scan).not.toHaveProperty('parts');
  });

  it('has all of it in evidence that is kept beside, in one chain', async () => {
    const cut = accountFor(100);
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    for (let part = 1; ; part += 1) {
      const path = join(folder, `evidence-${part}.ndjson.gz`);
      const source = cut.next();
      const writer = await writeEvidence(path, startOf(request, source));
      const report = await partOf(bucket, { ...source, keep: writer.keep }, part);
      writer.seal({ status: 'complete', finishedAt: source.startedAt.toISOString() });
      await writer.written();
      if (!report) continue;
      const { calls, seal } = await readEvidence(path);
      expect([...calls.keys()].toSorted()).toEqual(whole.calls.map(({ id }) => id));
      expect(seal?.calls).toBe(whole.calls.length);
      break;
    }
  });

  it('asks again what was throttled or lost on the way, and not what was denied', async () => {
    const faults: Readonly<Record<string, Fault>> = {
      'iam:ListUsers@us-east-1': { code: 'AccessDenied', message: 'no', status: 403 },
      'iam:ListSAMLProviders@us-east-1': { code: 'Throttling', message: 'slowly', status: 400 },
      'iam:GetAccountSummary@us-east-1': { code: 'ECONNRESET', message: 'lost' },
      'iam:ListOrganizationsFeatures@us-east-1': {
        code: 'InternalError',
        message: 'oh',
        status: 500,
      },
    };
    const cut = accountFor(100, (id, part) =>
      part === 1 ? faults[id.replace(/#.*$/, '')] : undefined,
    );
    const { report } = await readInParts(cut);
    expect(judgedIn(report).findings).not.toEqual(judgedIn(whole).findings);
    const states = new Map(
      report.calls.map(({ id, status, attempts }) => [id.replace(/#.*$/, ''), [status, attempts]]),
    );
    expect(Object.keys(faults).map((id) => states.get(id))).toEqual([
      ['denied', 1],
      ['ok', 2],
      ['ok', 2],
      ['ok', 2],
    ]);
  });

  it('counts what a call that was lost led to, though it was of no use in the end', async () => {
    // Keys are listed by themselves where the credential report cannot be had.
    const cut = accountFor(150, (id, part) =>
      part === 1 && id.startsWith('iam:GetCredentialReport')
        ? { code: 'Throttling', message: 'slowly', status: 400 }
        : undefined,
    );
    const { report, besides } = await readInParts(cut);
    expect(judgedIn(report)).toEqual(judgedIn(whole));
    expect(besides).toEqual({ iam: expect.any(Number) });
    const requests: Record<string, number> = {};
    for (const [id, sent] of cut.sent) {
      const service = id.replace(/:.*$/, '');
      requests[service] = (requests[service] ?? 0) + sent;
    }
    expect(summaryOf(readerOf(report), null, [], { besides }).requests).toEqual(requests);
  });

  it('is partial where as many parts as are allowed were not enough, and says so', async () => {
    const one = await readInParts(accountFor(40), { most: 1 });
    expect(one.report.scan).toMatchObject({
      status: 'partial',
      endedBy:
        'the deadline was reached in part 1 of the reading, and FLEET_PARTS allows no further one',
    });
    expect([...one.bucket.files.keys()]).toEqual([]);
    const two = await readInParts(accountFor(40), { most: 2 });
    expect(two.report.scan.status).toBe('partial');
    expect(two.report.scan.parts).toHaveLength(2);
    expect(two.report.coverage.calls.ok).toBeGreaterThan(one.report.coverage.calls.ok);
    expect([...two.bucket.files.keys()]).toEqual([
      'audits/fleet/parts/run=20261127T021700Z/account=111122223333/R-1/1.ndjson.gz',
    ]);
  });

  it('is not tried for ever where a part brings nothing new', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    expect(await partOf(bucket, accountFor(40).next(), 1)).toBeUndefined();
    const last = await partOf(bucket, accountFor(0).next(), 2);
    expect(last?.report.scan).toMatchObject({
      status: 'partial',
      endedBy: expect.stringContaining('part 2 of the reading brought nothing'),
    });
  });

  it('is judged as far as it was read where that cannot be kept', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    const full = () => Promise.reject(new Error('no space'));
    const { place } = bucket;
    const without = { ...bucket, place: { ...place, store: { ...place.store, writeFirst: full } } };
    const last = await partOf(without, accountFor(40).next(), 1);
    expect(last?.report.scan).toMatchObject({
      status: 'partial',
      endedBy:
        'the deadline was reached, and what was read could not be kept for another function: no space',
    });
    expect(last?.report.coverage.calls.ok).toBeGreaterThan(0);
  });

  it('goes on where the time was up while it was judged, and then asks nothing', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    const first = accountFor(Infinity);
    const late = new AbortController();
    const onJudged = () => late.abort(new DeadlineReached());
    const source = { ...first.next(), signal: late.signal, onJudged };
    expect(await partOf(bucket, source, 1)).toBeUndefined();
    const second = accountFor(Infinity);
    const last = await partOf(bucket, second.next(), 2);
    expect(last?.report.scan.status).toBe('complete');
    expect([...second.sent]).toEqual([]);
    expect(last && judgedIn(last.report)).toEqual(judgedIn(whole));
  });
});

describe('a function that gets no credentials', () => {
  const denied: Fault = {
    code: 'CredentialsUnavailable',
    message: 'none came from STS: AccessDenied: not authorized to perform: sts:AssumeRole',
  };
  const throttled: Fault = {
    code: 'CredentialsUnavailable',
    message: 'none came from STS: Throttling: Rate exceeded',
  };
  const late: Fault = {
    code: 'CredentialsTimeout',
    message: 'no credentials came within 60 s from STS',
  };

  /** Answers so many calls; then there are no credentials for the rest. */
  function lostAfter(calls: number, fault: Fault): ScanSource {
    const { transport, ...source } = accountFor(Infinity).next();
    const end = new AbortController();
    let left = calls;
    const exchange: Transport['exchange'] = async (...call) => {
      left -= 1;
      if (left >= 0) return transport.exchange(...call);
      end.abort(new CredentialsLost(fault));
      return { at: source.startedAt.toISOString(), requestId: null, attempts: 1, error: fault };
    };
    const { signal } = end;
    const ended = () => ({
      status: signal.aborted ? ('partial' as const) : ('complete' as const),
      ...(signal.aborted && { endedBy: String(signal.reason.message) }),
      finishedAt: source.startedAt.toISOString(),
    });
    return { ...source, signal, transport: { ...transport, exchange }, ended };
  }

  it.each([
    ['is refused the role', denied, 'refused', 'AccessDenied: not authorized'],
    ['is throttled', throttled, 'failed', 'Rate exceeded'],
    ['waits for them in vain', late, 'timed-out', 'no credentials came within 60 s'],
  ])('as a later one, and %s, leaves the account not scanned', async (_, fault, reason, why) => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    expect(await partOf(bucket, accountFor(40).next(), 1)).toBeUndefined();
    const error = await partOf(bucket, lostAfter(0, fault), 2).catch((caught: unknown) => caught);
    if (!(error instanceof NotStarted)) return expect.unreachable();
    const told = unscannedBy(error, account, { again: 'start it again' });
    expect(told).toMatchObject({
      reason,
      cause: expect.stringContaining(`part 2 of the reading got no further: `),
      cure: expect.stringContaining('start it again'),
    });
    expect(told.cause).toContain(why);
    expect(told.cause).not.toMatch(/Credentials(Unavailable|Timeout)/);
  });

  it('does so too where its time is up before they come, and where it is the last that may', async () => {
    for (const most of [40, 2]) {
      const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
      expect(await partOf(bucket, accountFor(40).next(), 1)).toBeUndefined();
      const waiting = partOf(bucket, accountFor(0).next(), 2, most, false, 'R-1', false);
      await expect(waiting).rejects.toMatchObject({
        fault: 'timed-out',
        message: expect.stringContaining('no credentials came before its time was up'),
      });
    }
  });

  it('in the midst of its reading hands over to another one, which gets its own', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    expect(await partOf(bucket, lostAfter(40, denied), 1)).toBeUndefined();
    expect(await partOf(bucket, lostAfter(10, late), 2)).toBeUndefined();
    const last = await partOf(bucket, accountFor(Infinity).next(), 3);
    expect(last?.report.scan.status).toBe('complete');
    expect(last && judgedIn(last.report)).toEqual(judgedIn(whole));
  });

  it('is partial as the last that may, where it had read some of it', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    const last = await partOf(bucket, lostAfter(40, denied), 1, 1);
    expect(last?.report.scan).toMatchObject({
      status: 'partial',
      endedBy: expect.stringContaining('the credentials ended during the scan'),
    });
  });
});

describe('an account that was read when little time is left', () => {
  it('is judged by another function, once', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    expect(await partOf(bucket, accountFor(Infinity).next(), 1, 40, true)).toBeUndefined();
    const second = accountFor(Infinity);
    const last = await partOf(bucket, second.next(), 2, 40, true);
    expect(last?.report.scan.status).toBe('complete');
    expect([...second.sent]).toEqual([]);
    expect(last && judgedIn(last.report)).toEqual(judgedIn(whole));
  });

  it('is judged by the same where no other may go on', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    const last = await partOf(bucket, accountFor(Infinity).next(), 1, 1, true);
    expect(last?.report.scan.status).toBe('complete');
    expect(last?.report.scan.endedBy).toBeUndefined();
  });
});

describe('two functions with the same part', () => {
  it('leave one', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    const reading = { id: 'R-1', part: 1 };
    expect(await isKept(bucket.place, reading)).toBe(false);
    expect(await partOf(bucket, accountFor(40).next(), 1)).toBeUndefined();
    expect(await isKept(bucket.place, reading)).toBe(true);
    const [file = ''] = bucket.files.values();
    const before = readFileSync(file);
    expect(await partOf(bucket, accountFor(60).next(), 1)).toBeUndefined();
    expect(readFileSync(file)).toEqual(before);
    expect(bucket.files.size).toBe(1);
  });
});

/** Writes the file anew with a start that was changed, and all links after it. */
function resealed(file: string, edit: (text: string) => string): void {
  const [scan = '', ...rest] = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const unlinked = (line: string): Record<string, unknown> => {
    const { chain: _link, ...record } = z.looseObject({}).parse(JSON.parse(line));
    return record;
  };
  const start = unlinked(edit(scan));
  let link = firstLink(start);
  const lines = [JSON.stringify({ ...start, chain: link })];
  for (const line of rest) {
    const record = z.looseObject({ record: z.string() }).parse(unlinked(line));
    if (record.record === 'end') link = lastLink(link, record);
    else {
      const { number, id, input, at, requestId, attempts, sha256 } = callRecord.parse(record);
      const call = { id, at, requestId, attempts, sha256, input: canonicalAgain(input) };
      link = callLink(link, number ?? 0, { ...call, service: '', operation: '', region: '' });
    }
    lines.push(JSON.stringify({ ...record, chain: link }));
  }
  writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
}

describe('what was kept is refused', () => {
  const changed = (edit: (text: string) => string) => (file: string) => {
    writeFileSync(file, gzipSync(edit(gunzipSync(readFileSync(file)).toString())));
  };
  it.each<[string, (file: string, files: Map<string, string>) => void, RegExp]>([
    [
      'where it is not there',
      (_file, files) => files.clear(),
      /1\.ndjson\.gz: what was read .* not/,
    ],
    [
      'where it is damaged',
      (file) => writeFileSync(file, 'not gzip'),
      /^cannot read s3:\/\/reports\/audits\/fleet\/parts\/.*1\.ndjson\.gz: it is not gzip/,
    ],
    [
      'where it is cut off',
      changed((text) => text.slice(0, 3000)),
      /1\.ndjson\.gz, line \d+: .*cut off/,
    ],
    [
      'where an answer was changed',
      changed((text) => text.replace('northwind', 'southwind')),
      /s3:.*, line \d+: .* was changed/,
    ],
    [
      'where its seal was taken off',
      changed((text) =>
        text
          .replaceAll(/,?"chain":"[0-9a-f]{64}"/g, '')
          .replace('srm-scan/evidence/2', 'srm-scan/evidence/1'),
      ),
      /it has no seal/,
    ],
  ])('%s', async (_name, damage, why) => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    expect(await partOf(bucket, accountFor(40).next(), 1)).toBeUndefined();
    damage([...bucket.files.values()][0] ?? '', bucket.files);
    await expect(partOf(bucket, accountFor(40).next(), 2)).rejects.toThrow(why);
  });

  /** Keys of what functions kept of the account that had part 1, or parts 1 and 2. */
  const kept = (id: string, number: number, of = account) => keys.part(of, id, number);
  const bucketWith = async (...readings: readonly (readonly [string, number, string])[]) => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    for (const [id, parts, of] of readings) {
      const own = { ...bucket, place: { ...bucket.place, account: of } };
      // Each of its own parts has other answers than the same part of another reading.
      const cut = accountFor(40 + 10 * bucket.files.size);
      for (let part = 1; part <= parts; part += 1) {
        expect(await partOf(own, cut.next(), part, 40, false, id)).toBeUndefined();
      }
    }
    return bucket;
  };
  it.each<[string, [string, number, string][], (files: Map<string, string>) => void, RegExp]>([
    [
      'where it is of another account',
      [
        ['R-1', 2, account],
        ['R-2', 2, '444455556666'],
      ],
      (files) => files.set(kept('R-1', 2), files.get(kept('R-2', 2, '444455556666')) ?? ''),
      /2\.ndjson\.gz: it is not part 2 of this reading of account 111122223333/,
    ],
    [
      'where it is of an earlier reading of the account',
      [
        ['R-1', 2, account],
        ['R-2', 1, account],
      ],
      (files) => files.set(kept('R-1', 1), files.get(kept('R-2', 1)) ?? ''),
      /1\.ndjson\.gz: it is not part 1 of this reading/,
    ],
    [
      'where parts changed their places',
      [['R-1', 2, account]],
      (files) => {
        const [one = '', two = ''] = [files.get(kept('R-1', 1)), files.get(kept('R-1', 2))];
        files.set(kept('R-1', 1), two).set(kept('R-1', 2), one);
      },
      /1\.ndjson\.gz: it is not part 1 of this reading/,
    ],
    [
      'where the part before it was changed for another',
      [
        ['R-1', 2, account],
        ['R-1', 1, '444455556666'],
      ],
      (files) => {
        const other = files.get(kept('R-1', 1, '444455556666')) ?? '';
        files.set(kept('R-1', 1), other);
        // As if somebody had written into it whose it is, and sealed it anew.
        resealed(other, (text) => text.replaceAll('444455556666', account));
      },
      /2\.ndjson\.gz: it is not part 2 of this reading/,
    ],
  ])('%s', async (_name, readings, move, why) => {
    const bucket = await bucketWith(...readings);
    move(bucket.files);
    await expect(partOf(bucket, accountFor(40).next(), 3)).rejects.toThrow(why);
  });

  it('where it was asked otherwise', async () => {
    const bucket = bucketIn(await mkdtemp(join(folder, 'bucket-')));
    expect(await partOf(bucket, accountFor(40).next(), 1)).toBeUndefined();
    const other = { ...accountFor(40).next(), homeRegion: 'eu-west-1' };
    await expect(partOf(bucket, other, 2)).rejects.toThrow(/changed while the account was read/);
  });
});
