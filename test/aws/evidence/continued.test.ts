/** A reading that goes on: what was kept answers once, and AWS what it does not answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { continued } from '../../../src/aws/evidence/continued.ts';
import { openKeptCalls } from '../../../src/aws/evidence/kept-calls.ts';
import type { CallRecord } from '../../../src/aws/evidence/ledger.ts';
import type { Fault } from '../../../src/aws/faults.ts';
import { failing, scripted, things } from '../../support/fake-aws.ts';

const folder = mkdtempSync(join(tmpdir(), 'srm-scan-kept-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ListThings = things('ListThings');
const lost: Fault = { code: 'ScanEnded', message: 'not read' };

function record(id: string, came: Partial<CallRecord>): CallRecord {
  const at = '2026-11-27T02:17:00.000Z';
  const call = { id, service: 's3', operation: 'ListThings', region: 'eu-west-1', input: '{}' };
  return { ...call, sha256: '', at, requestId: 'R0', attempts: 1, ...came };
}

let files = 0;
/** What comes of calls, with these records of earlier parts. */
async function goingOn(records: readonly CallRecord[]) {
  files += 1;
  const kept = await openKeptCalls(join(folder, `kept-${files}`), async (add) => {
    for (const each of records) await add(each);
  });
  const live = scripted({ b: failing('AccessDenied'), ListThings: { Ready: true } });
  const transport = continued(kept, live);
  const ask = (id: string) => transport.exchange(ListThings, 'eu-west-1', {}, { id });
  return { ask, asked: live.asked, transport, close: kept.close };
}

describe('a reading that goes on', () => {
  it('gives what was kept, word for word, in whatever order it is asked', async () => {
    const texts = ['{"Things":[{"Name":"ä€😀\\n"}]}', '{}', `{"Of":"${'x'.repeat(3_000_000)}"}`];
    const records = texts.map((answer, at) => record(`call-${at}`, { answer, attempts: at + 1 }));
    const { ask, asked, transport, close } = await goingOn(records);
    const came = await Promise.all(records.toReversed().map(({ id }) => ask(id)));
    expect(came.map(({ answer }) => answer)).toEqual(texts.toReversed());
    expect(came.map(({ attempts, requestId }) => [attempts, requestId])).toEqual([
      [3, 'R0'],
      [2, 'R0'],
      [1, 'R0'],
    ]);
    expect(asked).toEqual([]);
    expect(records.map(({ id }) => transport.isNew(id))).toEqual([false, false, false]);
    await close();
  });

  it('asks again for an answer that was not ready, and counts both', async () => {
    const { ask, asked, transport, close } = await goingOn([
      record('a', { answer: '{"Ready":false}', attempts: 2 }),
    ]);
    expect(await ask('a')).toMatchObject({ answer: '{"Ready":false}', attempts: 2 });
    expect(await ask('a')).toMatchObject({ answer: '{"Ready":true}', attempts: 1 });
    expect(asked).toEqual(['a']);
    expect(transport.isNew('a')).toBe(true);
    await close();
  });

  it('asks for what was lost, with the requests of both, also where it was answered before that', async () => {
    const { ask, asked, transport, close } = await goingOn([
      record('a', { error: lost, attempts: 2 }),
      record('b', { answer: '{"Ready":false}', attempts: 1 }),
      record('b', { error: lost, attempts: 4 }),
      record('c', { error: lost, attempts: 1 }),
      record('c', { answer: '{"Ready":false}', attempts: 2 }),
      record('d', { answer: '{}', attempts: 7 }),
    ]);
    expect(await ask('a')).toMatchObject({ answer: '{"Ready":true}', attempts: 3 });
    expect(await ask('b')).toMatchObject({ error: { code: 'AccessDenied' }, attempts: 5 });
    expect(await ask('c')).toMatchObject({ answer: '{"Ready":false}', attempts: 2 });
    expect(asked).toEqual(['a', 'b']);
    // Nobody asked for it.
    expect(transport.sentBesides()).toEqual({ s3: 7 });
    await close();
  });

  it.each<[string, Fault, boolean]>([
    ['a denial', { code: 'AccessDenied', message: 'no', status: 403 }, true],
    ['that there is none', { code: 'NoSuchThing', message: 'none', status: 404 }, true],
    ['a Region that is closed', { code: 'OptInRequired', message: 'no', status: 401 }, true],
    ['a throttled one', { code: 'Throttling', message: 'slowly', status: 400 }, false],
    ['a broken server', { code: 'InternalFailure', message: 'oh', status: 500 }, false],
    ['a session that ended', { code: 'ExpiredToken', message: 'old', status: 403 }, false],
    ['a connection that was cut', { code: 'ECONNRESET', message: 'cut' }, false],
    ['an answer that was cut', { code: 'TruncatedAnswer', message: 'cut' }, false],
    ['a page of a proxy', { code: 'NotFromAws', message: 'page', status: 200 }, false],
  ])('keeps %s as an answer or asks again', async (_name, error, isAnswer) => {
    const { ask, asked, close } = await goingOn([record('a', { error })]);
    const came = await ask('a');
    expect(asked).toEqual(isAnswer ? [] : ['a']);
    expect(came.error).toEqual(isAnswer ? error : undefined);
    await close();
  });
});
