import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/aws/live/connection.ts';
import type { Fault } from '../../../src/aws/faults.ts';
import type { CallRecord } from '../../../src/aws/evidence/ledger.ts';
import { createLimiter, type Limiter } from '../../../src/aws/quota/limiter.ts';
import { liveTransport } from '../../../src/aws/live/live.ts';
import { replayTransport } from '../../../src/aws/evidence/replay.ts';
import { answering, things, type ThingsOperation } from '../../support/fake-aws.ts';

const credentials = () =>
  Promise.resolve({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' });

function live(limiter: Limiter = createLimiter(1)) {
  const controller = new AbortController();
  const { signal } = controller;
  const hopeless: Fault[] = [];
  const transport = liveTransport({
    connection: connect({ credentials, limiter, signal }),
    limiter,
    signal,
    onHopeless: (fault) => hopeless.push(fault),
  });
  const ask = (operation: ThingsOperation, region = 'eu-west-1') =>
    transport.exchange(operation, region, {}, { id: operation.name });
  return { ask, transport, controller, hopeless };
}

describe('the live account', () => {
  it('gives the answer without what is secret', async () => {
    const { ask } = live();
    const secret = things('GetThing', {
      redact: () => ({ Ready: true }),
      send: () => Promise.resolve(answering({ Things: [{ Name: 'password' }] })),
    });
    expect(await ask(secret)).toMatchObject({ answer: '{"Ready":true}', requestId: 'R1' });
  });

  it('keeps the words, the request id and the attempts of an error', async () => {
    const { ask, hopeless } = live();
    const $metadata = { requestId: 'R2', attempts: 3, httpStatusCode: 500 };
    const send = () =>
      Promise.reject(Object.assign(new Error('oops'), { name: 'InternalFailure', $metadata }));
    expect(await ask(things('GetThing', { send }))).toMatchObject({
      requestId: 'R2',
      attempts: 3,
      error: { code: 'InternalFailure', message: 'oops', status: 500 },
    });
    expect(hopeless).toEqual([]);
  });

  it('gives up a call that waits for its turn when the scan ends', async () => {
    const never: Limiter = {
      take: (_region, _operation, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
      throttled: () => undefined,
    };
    const { ask, controller } = live(never);
    const exchange = ask(things('GetThing'));
    controller.abort(new Error('the deadline was reached'));
    expect(await exchange).toMatchObject({
      attempts: 0,
      error: { code: 'ScanEnded', message: 'not read: the deadline was reached' },
    });
  });

  it('gives up a call in flight when the scan ends, and tells the SDK', async () => {
    const { ask, controller } = live();
    const told: boolean[] = [];
    const hanging = things('GetThing', {
      send: (_region, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => told.push(signal.aborted));
          controller.abort(new Error('interrupted'));
        }),
    });
    expect(await ask(hanging)).toMatchObject({ error: { code: 'ScanEnded' } });
    expect(told).toEqual([true]);
    expect(await ask(things('GetOther'))).toMatchObject({ error: { code: 'ScanEnded' } });
  });

  it('stops waiting for an answer that is not ready when the scan ends', async () => {
    const { transport, controller } = live();
    const again = transport.again(20);
    controller.abort(new Error('the deadline was reached'));
    expect(await again).toBe(false);
  });

  it('tells once and for all that the credentials have expired', async () => {
    const { ask, hopeless } = live();
    const send = () =>
      Promise.reject(Object.assign(new Error('expired'), { name: 'ExpiredTokenException' }));
    expect(await ask(things('GetThing', { send }))).toMatchObject({
      error: { code: 'ExpiredTokenException' },
    });
    expect(hopeless).toMatchObject([{ code: 'ExpiredTokenException', message: 'expired' }]);
  });
});

describe('replayed evidence', () => {
  const record: CallRecord = {
    id: 's3:GetThing@eu-west-1',
    service: 's3',
    operation: 'GetThing',
    region: 'eu-west-1',
    input: '{}',
    at: '2026-11-22T12:00:00Z',
    requestId: 'R1',
    attempts: 2,
    answer: '{"Ready":true}',
    sha256: 'x',
  };
  const transport = replayTransport(new Map([[record.id, record]]), '2026-11-22T11:00:00Z');
  const ask = (id: string) => transport.exchange(things('GetThing'), 'eu-west-1', {}, { id });

  it('answers as AWS did', async () => {
    const { at, requestId, attempts, answer } = record;
    expect(await ask(record.id)).toEqual({ at, requestId, attempts, answer });
  });

  it('has no answer for a call that was not made', async () => {
    expect(await ask('s3:GetThing@eu-west-2')).toEqual({
      at: '2026-11-22T11:00:00Z',
      requestId: null,
      attempts: 0,
      error: {
        code: 'NotRecorded',
        message: 'the evidence does not hold the call s3:GetThing@eu-west-2',
      },
    });
  });

  it('does not wait for another answer', async () => {
    expect(await transport.again(1)).toBe(false);
  });
});
