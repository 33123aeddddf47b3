import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createDispatcher,
  HostIsSilent,
  type Outcome,
  type Sendable,
  type Verdict,
} from '../../../src/aws/quota/dispatcher.ts';
import type { Rate } from '../../../src/aws/quota/rates.ts';
import { type HeldClock, holdClock } from '../../support/held-clock.ts';
import { runs } from '../../support/property-runs.ts';

function operation(rate: Partial<Rate>, facts: Partial<Sendable> = {}): Sendable {
  return {
    service: 'cloudtrail',
    name: 'DescribeTrails',
    scope: 'regional',
    callsInFlight: 4,
    rate: { burst: 1, refill: 5, source: 'the test', ...rate },
    ...facts,
  };
}

class Throttled extends Error {}
class TimedOut extends Error {}
class Refused extends Error {}

const rests = 300;

function verdict(error: unknown, attempts: number): Verdict {
  if (error instanceof Throttled)
    return { host: 'throttled', ...(attempts < 8 && { rest: rests }) };
  if (error instanceof TimedOut) return { host: 'timed-out', ...(attempts < 3 && { rest: 50 }) };
  return { host: 'answered' };
}

function bench(share = 1) {
  const clock = holdClock();
  const controller = new AbortController();
  const dispatcher = createDispatcher({ share, signal: controller.signal, clock, verdict });
  return { clock, controller, dispatcher };
}

/** An answer, or an error, after some milliseconds. */
function answer(clock: HeldClock, milliseconds: number, what: number | Error): Promise<number> {
  return new Promise((resolve, reject) => {
    clock.after(milliseconds, () => {
      if (what instanceof Error) reject(what);
      else resolve(what);
    });
  });
}

/** Runs calls to their end; tells what came of each and when each request was sent. */
async function runAll(
  { clock, dispatcher }: ReturnType<typeof bench>,
  calls: readonly { readonly of: Sendable; readonly region?: string; readonly says: Says }[],
) {
  const sends: { readonly at: number; readonly call: number; readonly attempt: number }[] = [];
  const outcomes: Outcome<number>[] = [];
  calls.forEach(({ of, region = 'eu-west-1', says }, call) => {
    let attempt = 0;
    void dispatcher
      .dispatch(of, region, () => {
        attempt += 1;
        sends.push({ at: clock.now(), call, attempt });
        return says(attempt, clock);
      })
      .then((outcome) => (outcomes[call] = outcome));
  });
  await clock.passUntil(() => outcomes.filter(Boolean).length === calls.length);
  return { sends, outcomes, endedAt: clock.now() };
}

type Says = (attempt: number, clock: HeldClock) => Promise<number>;

const well: Says = (_, clock) => answer(clock, 60, 1);

/** The most sends in any second that begins with a send. */
function mostInASecond(times: readonly number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 999.99).length),
  );
}

describe('the dispatcher (F42)', () => {
  it('ends 100 calls at 5 a second, two of them throttled, near the bound, and never beats the rate', async () => {
    const of = operation({ burst: 1, refill: 5 });
    const throttledOnce: Says = (attempt, clock) =>
      answer(clock, 60, attempt === 1 ? new Throttled() : 1);
    const calls = Array.from({ length: 100 }, (_, call) => ({
      of,
      says: call === 20 || call === 60 ? throttledOnce : well,
    }));
    const { sends, outcomes, endedAt } = await runAll(bench(), calls);

    expect(sends).toHaveLength(102);
    expect(outcomes.every((outcome) => 'value' in outcome)).toBe(true);
    expect(outcomes[20]?.attempts).toBe(2);
    expect(endedAt).toBeLessThan((1.15 * (1000 * (102 - 1))) / 5);
    expect(mostInASecond(sends.map(({ at }) => at))).toBeLessThanOrEqual(5);
  });

  it('takes the token when the place in flight is there: slow answers do not save tokens up for a burst', async () => {
    const of = operation({ burst: 1, refill: 5 }, { callsInFlight: 2 });
    const slow: Says = (_, clock) => answer(clock, 3000, 1);
    const { sends } = await runAll(
      bench(),
      Array.from({ length: 12 }, () => ({ of, says: slow })),
    );
    for (const from of sends) {
      const together = sends.filter(({ at }) => at >= from.at && at < from.at + 3000);
      expect(together.length).toBeLessThanOrEqual(2);
    }
    expect(mostInASecond(sends.map(({ at }) => at))).toBeLessThanOrEqual(2);
  });

  it('slows down those that wait already when one is throttled', async () => {
    const of = operation({ burst: 1, refill: 5 });
    const first: Says = (attempt, clock) => answer(clock, 10, attempt === 1 ? new Throttled() : 1);
    const { sends } = await runAll(bench(), [
      { of, says: first },
      ...Array.from({ length: 5 }, () => ({ of, says: well })),
    ]);
    const [, second] = sends;
    // The second waited for 200 ms; the refill fell by a third, and what was saved is gone.
    expect(second?.at).toBeGreaterThan(250);
  });

  it('sends again before it sends anew, and holds no place while it rests', async () => {
    const of = operation({ burst: 1, refill: 2 }, { callsInFlight: 1 });
    const { sends } = await runAll(bench(), [
      { of, says: (attempt, clock) => answer(clock, 10, attempt === 1 ? new Throttled() : 1) },
      ...Array.from({ length: 4 }, () => ({ of, says: well })),
    ]);
    const order = sends.map(({ call }) => call);
    // It rests for 300 ms and waits for the token, which comes after some 700.
    expect(order).toEqual([0, 0, 1, 2, 3, 4]);
    const resting = operation({ burst: 10, refill: 10 }, { callsInFlight: 1 });
    const other = await runAll(bench(), [
      { of: resting, says: (n, clock) => answer(clock, 10, n === 1 ? new Throttled() : 1) },
      { of: { ...resting, name: 'Other' }, says: well },
    ]);
    expect(other.sends.map(({ call }) => call)).toEqual([0, 1, 0]);
  });

  it('has a bucket for each Region and operation, and one for those of a group', async () => {
    const alone = operation({ burst: 2, refill: 1 });
    const grouped = (name: string) => operation({ burst: 2, refill: 1, group: 'reads' }, { name });
    const { sends } = await runAll(bench(), [
      { of: alone, says: well },
      { of: alone, says: well },
      { of: alone, region: 'eu-west-2', says: well },
      { of: { ...alone, name: 'GetTrail' }, says: well },
      { of: grouped('A'), says: well, region: 'us-east-1' },
      { of: grouped('B'), says: well, region: 'us-east-1' },
      { of: grouped('C'), says: well, region: 'us-east-1' },
    ]);
    expect(sends.filter(({ at }) => at === 0).map(({ call }) => call)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(sends.at(-1)?.at).toBeCloseTo(1000, 0);
  });

  it('lets no more in flight than the host takes, and than all together take', async () => {
    let inFlight = 0;
    let most = 0;
    const counted: Says = async (_, clock) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await answer(clock, 100, 1);
      inFlight -= 1;
      return 1;
    };
    const of = operation({ burst: 1000, refill: 1000 }, { callsInFlight: 3 });
    await runAll(
      bench(),
      Array.from({ length: 20 }, () => ({ of, says: counted })),
    );
    expect(most).toBe(3);
    most = 0;
    const everywhere = Array.from({ length: 300 }, (_, call) => ({
      of,
      region: `r-${call % 100}`,
      says: counted,
    }));
    const { outcomes } = await runAll(bench(), everywhere);
    expect(most).toBe(48);
    expect(outcomes).toHaveLength(300);
  });

  it('gives each of the operations of a host its turn', async () => {
    const many = operation({ burst: 1000, refill: 1000 }, { callsInFlight: 1 });
    const calls = [
      ...Array.from({ length: 20 }, () => ({ of: many, says: well })),
      { of: { ...many, name: 'Other' }, says: well },
    ];
    const { sends } = await runAll(bench(), calls);
    expect(sends.findIndex(({ call }) => call === 20)).toBeLessThan(3);
  });

  it('gives a place that comes free to the slowest bucket in line', async () => {
    const quick = operation({ burst: 1000, refill: 1000 }, { callsInFlight: 1 });
    const slow = { ...quick, name: 'Slow', rate: { ...quick.rate, refill: 2 } };
    const { sends } = await runAll(bench(), [
      { of: quick, says: well },
      { of: { ...quick, name: 'Other' }, says: well },
      { of: slow, says: well },
    ]);
    expect(sends.map(({ call }) => call)).toEqual([0, 2, 1]);
  });

  it('tells how many requests a call took that failed', async () => {
    const of = operation({ burst: 100, refill: 100 });
    const { outcomes } = await runAll(bench(), [
      { of, says: (_, clock) => answer(clock, 1, new Throttled()) },
      { of, says: (_, clock) => answer(clock, 1, new Refused('no')) },
    ]);
    expect(outcomes[0]).toMatchObject({ attempts: 8, error: expect.any(Throttled) });
    expect(outcomes[1]).toMatchObject({ attempts: 1, error: expect.any(Refused) });
  });

  it('ends what waits, rests and is in flight when the scan ends', async () => {
    const { clock, controller, dispatcher } = bench();
    const of = operation({ burst: 2, refill: 0.1 });
    const outcomes: Outcome<number>[] = [];
    const ask = (says: () => Promise<number>) => {
      void dispatcher.dispatch(of, 'eu-west-1', says).then((outcome) => outcomes.push(outcome));
    };
    ask(() => new Promise(() => undefined));
    ask(() => Promise.reject(new Throttled()));
    ask(() => Promise.resolve(1));
    await clock.pass(1);
    expect(outcomes).toEqual([]);
    const reason = new Error('the deadline was reached');
    controller.abort(reason);
    ask(() => Promise.resolve(1));
    await clock.pass(1);
    expect(outcomes.map(({ attempts }) => attempts).toSorted((a, b) => a - b)).toEqual([
      0, 0, 1, 1,
    ]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ error: reason });
    await clock.pass(100_000);
    expect(outcomes).toHaveLength(4);
  });

  it('never beats the rate, settles every call, and keeps the order, whatever is throttled', async () => {
    const throttles = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 60 });
    const times = fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 1, maxLength: 9 });
    const limits = fc.record({
      refill: fc.integer({ min: 1, max: 20 }),
      burst: fc.integer({ min: 1, max: 20 }),
      share: fc.constantFrom(0.1, 0.5, 1),
      callsInFlight: fc.integer({ min: 1, max: 16 }),
    });
    await fc.assert(
      fc.asyncProperty(throttles, times, limits, async (throttled, latency, limit) => {
        const { refill, burst, share, callsInFlight } = limit;
        const of = operation({ burst, refill }, { callsInFlight });
        const throttledAt: number[] = [];
        const calls = throttled.map((often, call) => ({
          of,
          says: (async (attempt, clock) => {
            await answer(clock, latency[(call + attempt) % latency.length] ?? 1, 1);
            if (attempt > often) return call;
            throttledAt.push(clock.now());
            throw new Throttled();
          }) satisfies Says,
        }));
        const { sends, outcomes } = await runAll(bench(share), calls);

        expect(outcomes.map((outcome) => ('value' in outcome ? outcome.value : undefined))).toEqual(
          calls.map((_, call) => call),
        );
        expect(outcomes.map(({ attempts }) => attempts)).toEqual(throttled.map((n) => n + 1));
        const firsts = sends.filter(({ attempt }) => attempt === 1).map(({ call }) => call);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
        expectWithin(sends, Math.max(1, burst * share), refill * share);
        for (const from of throttledAt) {
          const soon = sends.filter(({ at }) => at > from && at <= from + 1000);
          expect(soon.length).toBeLessThanOrEqual(Math.floor(refill * share));
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

/** In no stretch of time more than the burst, and what refilled meanwhile. */
function expectWithin(sends: readonly { readonly at: number }[], burst: number, refill: number) {
  sends.forEach(({ at: from }, first) => {
    sends.slice(first).forEach(({ at: until }, index) => {
      expect(index + 1).toBeLessThanOrEqual(burst + ((until - from) / 1000) * refill + 0.001);
    });
  });
}

describe('a host that does not answer (F41)', () => {
  const limit = (isDoubted: boolean) => (isDoubted ? 10_000 : 30_000);

  /** Asks; what is not answered times out as the transport has it. */
  function asker({ clock, dispatcher }: ReturnType<typeof bench>) {
    const outcomes: Outcome<number>[] = [];
    const sent: string[] = [];
    const ask = (of: Sendable, region: string, answers: boolean) => {
      const where = `${of.service}/${region}`;
      void dispatcher
        .dispatch(of, region, (isDoubted) => {
          sent.push(where);
          return answers ? answer(clock, 60, 1) : answer(clock, limit(isDoubted), new TimedOut());
        })
        .then((outcome) => outcomes.push(outcome));
    };
    return { ask, outcomes, sent };
  }

  const service = (name: string) =>
    operation({ burst: 100, refill: 100 }, { service: name, callsInFlight: 2 });

  it('is given up after three time-outs in a row, and adds less than a minute', async () => {
    const all = bench();
    const { ask, outcomes, sent } = asker(all);
    for (let call = 0; call < 200; call += 1) ask(service('kms'), 'eu-west-1', false);
    await all.clock.passUntil(() => outcomes.length === 200);

    expect(all.clock.now()).toBeLessThan(60_000);
    expect(sent.length).toBeLessThan(10);
    const why = 'gave up after 3 time-outs in a row: kms in eu-west-1 does not answer';
    for (const outcome of outcomes) expect(outcome).toMatchObject({ error: new HostIsSilent(why) });
    expect(outcomes.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(190);
  });

  it('takes all hosts of a silent Region with it, also those not asked yet, and none elsewhere', async () => {
    const all = bench();
    const { ask, outcomes, sent } = asker(all);
    const global: Sendable = { ...service('iam'), scope: 'global' };
    for (const name of ['kms', 'ec2', 'rds', 'config']) ask(service(name), 'us-east-1', false);
    for (const name of ['kms', 'ec2', 'rds', 'config']) ask(service(name), 'eu-west-1', true);
    await all.clock.passUntil(() => outcomes.length === 8);
    expect(all.clock.now()).toBeLessThan(60_000);

    const asked = sent.length;
    ask(service('backup'), 'us-east-1', true);
    await all.clock.pass(0);
    expect(sent).toHaveLength(asked);
    expect(outcomes.at(-1)).toMatchObject({
      attempts: 0,
      error: new HostIsSilent(
        'gave up after 3 time-outs in a row: no service in us-east-1 answers',
      ),
    });
    ask(global, 'us-east-1', true);
    ask(service('kms'), 'eu-west-1', true);
    await all.clock.pass(100);
    expect(outcomes.slice(-2)).toMatchObject([{ value: 1 }, { value: 1 }]);
  });

  it('does not take a host with it that answers', async () => {
    const all = bench();
    const { ask, outcomes } = asker(all);
    ask(service('ec2'), 'eu-west-1', true);
    for (const name of ['kms', 'rds']) ask(service(name), 'eu-west-1', false);
    await all.clock.passUntil(() => outcomes.length === 3);
    ask(service('ec2'), 'eu-west-1', true);
    await all.clock.pass(100);
    expect(outcomes.at(-1)).toMatchObject({ value: 1 });
  });

  it('is not given up for time-outs between answers, or for many at one time', async () => {
    const all = bench();
    const { ask, outcomes } = asker(all);
    const wide = { ...service('s3'), callsInFlight: 50 };
    let failing = true;
    for (let call = 0; call < 50; call += 1) {
      void all.dispatcher
        .dispatch(wide, 'eu-west-1', (isDoubted) =>
          failing ? answer(all.clock, limit(isDoubted), new TimedOut()) : answer(all.clock, 60, 1),
        )
        .then((outcome) => outcomes.push(outcome));
    }
    await all.clock.pass(29_000);
    failing = false;
    await all.clock.pass(3000);
    expect(outcomes.filter((outcome) => 'value' in outcome)).toHaveLength(50);
    for (let round = 0; round < 5; round += 1) {
      ask({ ...wide, name: `Op${round}` }, 'eu-west-1', true);
      await all.clock.pass(1000);
    }
    expect(outcomes.at(-1)).toMatchObject({ value: 1 });
  });
});
