import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/aws/live/connection.ts';
import { DeadlineReached, type Fault } from '../../../src/aws/faults.ts';
import type { CallRecord } from '../../../src/aws/evidence/ledger.ts';
import { liveTransport } from '../../../src/aws/live/live.ts';
import { replayTransport } from '../../../src/aws/evidence/replay.ts';
import { holdClock } from '../../support/held-clock.ts';
import { answering, things, type ThingsOperation } from '../../support/fake-aws.ts';

const credentials = () =>
  Promise.resolve({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' });

function live() {
  const clock = holdClock();
  const controller = new AbortController();
  const { signal } = controller;
  const hopeless: Fault[] = [];
  const transport = liveTransport({
    connection: connect({ credentials }),
    share: 1,
    clock,
    signal,
    onHopeless: (fault) => hopeless.push(fault),
  });
  const ask = (operation: ThingsOperation, region = 'eu-west-1') =>
    transport.exchange(operation, region, {}, { id: operation.name });
  return { ask, clock, transport, controller, hopeless };
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

  it('keeps the words and the request id of an error, and how many requests it took', async () => {
    const { ask, clock, hopeless } = live();
    const $metadata = { requestId: 'R2', httpStatusCode: 500 };
    const send = () =>
      Promise.reject(Object.assign(new Error('oops'), { name: 'InternalFailure', $metadata }));
    const exchange = ask(things('GetThing', { send }));
    await clock.pass(1000);
    expect(await exchange).toMatchObject({
      requestId: 'R2',
      attempts: 3,
      error: { code: 'InternalFailure', message: 'oops', status: 500 },
    });
    expect(hopeless).toEqual([]);
  });

  it('says how many requests an answer took', async () => {
    const { ask, clock } = live();
    let made = 0;
    const send = () => {
      made += 1;
      const slow = Object.assign(new Error('slow down'), { name: 'SlowDown' });
      return made < 3 ? Promise.reject(slow) : Promise.resolve(answering({ Ready: true }));
    };
    const exchange = ask(things('GetThing', { send }));
    await clock.pass(60_000);
    expect(await exchange).toMatchObject({ attempts: 3, answer: '{"Ready":true}' });
  });

  it('makes a gap of each call to a host that is silent, with a cause that says so (F41)', async () => {
    const { ask, clock } = live();
    const patience: (number | undefined)[] = [];
    const silent = things('GetThing', {
      send: (_region, limit) =>
        new Promise((_resolve, reject) => {
          patience.push(limit);
          const late = Object.assign(new Error('no whole answer'), { name: 'TimeoutError' });
          clock.after(limit ?? 30_000, () => reject(late));
        }),
    });
    const exchanges = Array.from({ length: 20 }, () => ask(silent));
    await clock.pass(60_000);
    for (const exchange of await Promise.all(exchanges)) {
      expect(exchange.error).toEqual({
        code: 'HostIsSilent',
        message: 'gave up after 3 time-outs in a row: s3 in eu-west-1 does not answer',
      });
    }
    expect(patience.slice(0, 3)).toEqual([undefined, undefined, 10_000]);
  });

  it('gives up a call that waits for its turn when the scan ends', async () => {
    const { ask, controller } = live();
    const hanging = things('GetThing', { send: () => new Promise(() => undefined) });
    const exchanges = [ask(hanging), ask(hanging), ask(hanging)];
    controller.abort(new DeadlineReached());
    const [first, , last] = await Promise.all(exchanges);
    const error = { code: 'ScanEnded', message: 'not read: the deadline was reached' };
    expect(first).toMatchObject({ attempts: 1, error });
    expect(last).toMatchObject({ attempts: 0, error });
    expect(await ask(things('GetOther'))).toMatchObject({ attempts: 0, error });
  });

  it('F50 tells of a call that a signal gave up that it was interrupted', async () => {
    const { ask, controller } = live();
    controller.abort(new Error('the scan was interrupted (SIGINT)'));
    expect(await ask(things('GetThing'))).toMatchObject({
      attempts: 0,
      error: { code: 'ScanInterrupted', message: 'not read: the scan was interrupted (SIGINT)' },
    });
  });

  it('stops waiting for an answer that is not ready when the scan ends', async () => {
    const { transport, controller } = live();
    const again = transport.again(20);
    controller.abort(new DeadlineReached());
    expect(await again).toBe(false);
  });

  const failing = (service: string, name: string) =>
    things('GetThing', {
      service,
      send: () => Promise.reject(Object.assign(new Error('words'), { name })),
    });

  it('has no hope when services agree that the credentials have expired', async () => {
    const { ask, hopeless } = live();
    expect(await ask(failing('s3', 'ExpiredTokenException'))).toMatchObject({
      error: { code: 'ExpiredTokenException' },
    });
    expect(hopeless).toEqual([]);
    await ask(failing('ec2', 'RequestExpired'));
    expect(hopeless).toMatchObject([{ code: 'RequestExpired', message: 'words' }]);
  });

  it('goes on where one service alone says so, while others answer (F69)', async () => {
    const { ask, hopeless } = live();
    const answers = things('GetOther', {
      service: 'kms',
      send: () => Promise.resolve(answering({ Ready: true })),
    });
    await ask(failing('s3', 'ExpiredToken'));
    await ask(failing('s3', 'ExpiredToken'));
    await ask(answers);
    await ask(failing('ec2', 'RequestExpired'));
    expect(hopeless).toEqual([]);
  });

  it('has no hope when no credentials can be had, and does not take that for a denial (F69)', async () => {
    const { ask, hopeless } = live();
    await ask(failing('ec2', 'CredentialsUnavailable'));
    expect(hopeless).toMatchObject([{ code: 'CredentialsUnavailable' }]);
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
