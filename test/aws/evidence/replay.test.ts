import { expect, it } from 'vitest';
import type { CallRecord } from '../../../src/aws/evidence/ledger.ts';
import { replayTransport } from '../../../src/aws/evidence/replay.ts';
import { ListBuckets } from '../../../src/collectors/s3/operations.ts';

const startedAt = '2026-11-22T12:00:00.000Z';
const call = { id: 's3:ListBuckets@us-east-1', service: 's3', operation: 'ListBuckets' };
const about = { ...call, region: 'us-east-1', input: '{}', sha256: 'a'.repeat(64) };
const answered = {
  ...about,
  at: '2026-11-22T12:00:01.000Z',
  requestId: 'R1',
  attempts: 2,
  answer: '{}',
};
const { answer: _answer, ...rest } = answered;
const refused = { ...rest, id: 'other', error: { code: 'AccessDenied', message: 'no' } };

const transport = replayTransport(
  new Map<string, CallRecord>([
    [answered.id, answered],
    [refused.id, refused],
  ]),
  startedAt,
);
const exchange = (id: string) => transport.exchange(ListBuckets, 'us-east-1', {}, { id });

it('gives the answer that was kept, with when and how it came, and nothing else', async () => {
  expect(await exchange(answered.id)).toStrictEqual({
    at: '2026-11-22T12:00:01.000Z',
    requestId: 'R1',
    attempts: 2,
    answer: '{}',
  });
});

it('gives the error that was kept', async () => {
  expect(await exchange('other')).toStrictEqual({
    at: '2026-11-22T12:00:01.000Z',
    requestId: 'R1',
    attempts: 2,
    error: { code: 'AccessDenied', message: 'no' },
  });
});

it('says of a call that the evidence does not hold that it was not recorded', async () => {
  expect(await exchange('s3:GetBucketAcl@eu-west-1')).toStrictEqual({
    at: startedAt,
    requestId: null,
    attempts: 0,
    error: {
      code: 'NotRecorded',
      message: 'the evidence does not hold the call s3:GetBucketAcl@eu-west-1',
    },
  });
});

it('never asks again: what was kept is the last answer', async () => {
  expect(await transport.again(1)).toBe(false);
});
