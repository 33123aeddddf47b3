import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { evaluate, type EvaluateOptions, type Pace } from '../../src/judge/evaluate.ts';
import type { Check } from '../../src/judge/check.ts';
import type { Judgement, World } from '../../src/judge/judgement.ts';
import { Observed } from '../../src/observe/observed.ts';
import { inTurns } from '../../src/run/pace.ts';
import { bucket, judgement, saying } from '../support/judgements.ts';

function nothing(): never {
  throw new Error('nothing was gathered');
}

const world: World = {
  gathered: {
    get: nothing,
    everyRegion: nothing,
    allRegions: Observed.known<true>(true),
    leftOut: () => new Map(),
    gone: () => undefined,
  },
  fault: nothing,
  spoil: nothing,
  now: new Date('2026-11-22T12:00:00Z'),
  account: '111122223333',
  partition: 'aws',
  regions: ['eu-west-1'],
  params: {},
};

/** Never looks up. */
const restless: Pace = { isDue: () => false, rest: () => Promise.resolve() };

async function judged(checks: readonly Check[], options: Partial<EvaluateOptions> = {}) {
  const added: (readonly [check: string, judgement: Judgement])[] = [];
  const into = { add: (check: Check, each: Judgement) => void added.push([check.id, each]) };
  const evaluation = await evaluate(checks, world, into, { pace: restless, ...options });
  return { ...evaluation, added };
}

const about = (name: string, of: Partial<Judgement> = {}) =>
  judgement({ resource: bucket(name), ...of });

describe('evaluating', () => {
  it('hands on every judgement of every check, in their order', async () => {
    const told: string[] = [];
    const { added, finished } = await judged(
      [
        saying('s3-a', () => [about('one'), about('two')]),
        saying('s3-none', () => []),
        saying('s3-b', () => [about('one')]),
      ],
      { onJudged: (done, of) => told.push(`${done}/${of}`) },
    );
    expect(added.map(([check, { resource }]) => [check, resource?.name])).toEqual([
      ['s3-a', 'one'],
      ['s3-a', 'two'],
      ['s3-b', 'one'],
    ]);
    expect(finished).toBe(true);
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });

  it('rests between two judgements when it is time, and not before', async () => {
    const log: string[] = [];
    const check = saying('s3-a', function* judge() {
      for (const name of ['one', 'two', 'three']) {
        log.push(name);
        yield about(name);
      }
    });
    const pace: Pace = {
      isDue: () => log.at(-1) === 'two',
      rest: async () => {
        await turn();
        log.push('rest');
      },
    };
    await judged([check], { pace });
    expect(log).toEqual(['one', 'two', 'rest', 'three']);
  });
});

describe('F63: evaluating that is ended', () => {
  const ending = (after: string) => {
    const controller = new AbortController();
    const check = (id: string, names: readonly string[]) =>
      saying(
        id,
        function* judge() {
          for (const name of names) {
            yield about(name);
            if (name === after) controller.abort(new Error('the deadline was reached'));
          }
        },
        'critical',
      );
    return { check, signal: controller.signal };
  };

  it('keeps what was judged, and has one unknown for each check that was not done', async () => {
    const { check, signal } = ending('two');
    const checks = [check('s3-a', ['one']), check('s3-b', ['two', 'three']), check('s3-c', ['x'])];
    const told: number[] = [];
    const { added, finished } = await judged(checks, {
      signal,
      onJudged: (done) => told.push(done),
    });
    expect(finished).toBe(false);
    expect(added.map(([id, { outcome, resource }]) => [id, outcome, resource?.name])).toEqual([
      ['s3-a', 'pass', 'one'],
      ['s3-b', 'pass', 'two'],
      ['s3-b', 'unknown', undefined],
      ['s3-c', 'unknown', undefined],
    ]);
    expect(added.at(-1)?.[1]).toEqual({
      resource: undefined,
      region: 'global',
      outcome: 'unknown',
      severity: 'critical',
      reasons: ['the scan ended before this check had judged everything: the deadline was reached'],
      sources: [],
      latent: false,
    });
    expect(told).toEqual([1, 2, 3]);
  });

  it('is whole where the end came after the last judgement of the last check', async () => {
    const { check, signal } = ending('last');
    const { added, finished } = await judged([check('s3-a', ['one', 'last'])], { signal });
    expect(finished).toBe(true);
    expect(added.map(([, { outcome }]) => outcome)).toEqual(['pass', 'pass']);
  });

  it('judges nothing where it was ended before', async () => {
    const { added, finished } = await judged([saying('s3-a', () => nothing())], {
      signal: AbortSignal.abort(new Error('the scan was interrupted (SIGINT)')),
    });
    expect(finished).toBe(false);
    expect(added.map(([, { outcome }]) => outcome)).toEqual(['unknown']);
  });

  it('hears a timer while a check goes on and on', async () => {
    const controller = new AbortController();
    const endless = saying('s3-endless', function* judge() {
      // Else it would never be seen that nothing is heard.
      for (let number = 0; number < 1_000_000; number += 1) yield about(`bucket-${number}`);
    });
    const timer = setTimeout(() => controller.abort(new Error('the deadline was reached')), 1);
    const { finished } = await judged([endless], { signal: controller.signal, pace: inTurns() });
    clearTimeout(timer);
    expect(finished).toBe(false);
  });
});
