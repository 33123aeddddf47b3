/** What the dispatcher makes of an error: when the request goes again, who slows down, and whose host is given up. */
import { describe, expect, it } from 'vitest';
import {
  createDispatcher,
  HostIsSilent,
  type Outcome,
  type Sendable,
  type Verdict,
} from '../../../src/aws/quota/dispatcher.ts';
import { holdClock } from '../../support/held-clock.ts';

/** An error with the verdict on it. */
class Said extends Error {
  readonly verdict: Verdict;
  constructor(verdict: Verdict) {
    super('the test says so');
    this.verdict = verdict;
  }
}

const of: Sendable = {
  service: 'kms',
  name: 'ListKeys',
  scope: 'regional',
  callsInFlight: 10,
  rate: { burst: 100, refill: 100, source: 'the test' },
};

function bench() {
  const clock = holdClock();
  const controller = new AbortController();
  const dispatcher = createDispatcher({
    share: 1,
    signal: controller.signal,
    clock,
    verdict: (error) => (error instanceof Said ? error.verdict : { host: 'unknown' }),
  });
  /** When each request was sent, by call. */
  const sends: Record<string, number[]> = {};
  const order: string[] = [];
  const outcomes: Record<string, Outcome<string>> = {};
  /** Each request ends after some milliseconds with what is said in turn; the last is said again. */
  const ask = (call: string, after: number, says: readonly (Verdict | 'well')[], to = of) => {
    const times: number[] = (sends[call] = []);
    const send = () =>
      new Promise<string>((resolve, reject) => {
        const now = says[Math.min(times.length, says.length - 1)];
        times.push(clock.now());
        order.push(call);
        clock.after(after, () => {
          if (now === undefined || now === 'well') resolve(call);
          else reject(new Said(now));
        });
      });
    void dispatcher.dispatch(to, 'eu-west-1', send).then((outcome) => (outcomes[call] = outcome));
  };
  return { clock, controller, ask, sends, order, outcomes };
}

const resting = (rest: number): Verdict => ({ host: 'unknown', rest });

describe('a request that is to be sent again', () => {
  it('rests as long as the verdict says, to the millisecond', async () => {
    const { clock, ask, sends } = bench();
    ask('a', 10, [resting(3000), resting(500), 'well']);
    await clock.pass(10_000);
    expect(sends).toEqual({ a: [0, 3010, 3520] });
  });

  it('goes when its own rest ends, whichever began to rest first', async () => {
    const { clock, ask, sends } = bench();
    ask('long', 10, [resting(3000), 'well']);
    ask('short', 20, [resting(1000), 'well']);
    ask('middle', 30, [resting(2000), 'well']);
    ask('last', 40, [resting(4000), 'well']);
    await clock.pass(10_000);
    expect(sends).toEqual({
      long: [0, 3010],
      short: [0, 1020],
      middle: [0, 2030],
      last: [0, 4040],
    });
  });

  it('goes in the order in which the rests began where they end together', async () => {
    const { clock, ask, sends, order } = bench();
    ask('first', 10, [resting(9000), 'well']);
    ask('second', 20, [resting(8990), 'well']);
    ask('third', 30, [resting(8980), 'well']);
    await clock.pass(10_000);
    expect(sends).toEqual({ first: [0, 9010], second: [0, 9010], third: [0, 9010] });
    expect(order.slice(3)).toEqual(['first', 'second', 'third']);
  });

  it('does not go again when the scan has ended meanwhile', async () => {
    const { clock, controller, ask, sends, outcomes } = bench();
    ask('a', 100, [resting(10)]);
    await clock.pass(50);
    controller.abort(new Error('the deadline was reached'));
    await clock.pass(10_000);
    expect(sends).toEqual({ a: [0] });
    expect(outcomes['a']).toMatchObject({ attempts: 1, error: controller.signal.reason });
  });
});

describe('the rate of others', () => {
  const slow = { ...of, rate: { burst: 1, refill: 5, source: 'the test' } };

  it.each<[Verdict['host'], number[]]>([
    ['answered', [200, 400]],
    ['timed-out', [200, 400]],
    ['unknown', [200, 400]],
  ])('stays as it was where a request %s', async (host, expected) => {
    const { clock, ask, sends } = bench();
    ask('a', 10, [{ host }], slow);
    ask('b', 10, ['well'], slow);
    ask('c', 10, ['well'], slow);
    await clock.pass(5000);
    expect([...(sends['b'] ?? []), ...(sends['c'] ?? [])].map(Math.round)).toEqual(expected);
  });

  it('falls where a request was throttled', async () => {
    const { clock, ask, sends } = bench();
    ask('a', 10, [{ host: 'throttled' }], slow);
    ask('b', 10, ['well'], slow);
    await clock.pass(5000);
    expect(sends['b']?.[0]).toBeGreaterThan(250);
  });
});

describe('a host', () => {
  /** Asks one after the other, each when the one before has ended. */
  async function inTurn(hosts: readonly Verdict['host'][]) {
    const { clock, ask, sends } = bench();
    for (const [index, host] of hosts.entries()) {
      ask(`${index}`, 100, [{ host }]);
      await clock.pass(1000);
    }
    ask('next', 1, ['well']);
    await clock.pass(1000);
    return sends['next'];
  }

  it('is given up after three time-outs in a row', async () => {
    expect(await inTurn(['timed-out', 'timed-out', 'timed-out'])).toEqual([]);
    expect(await inTurn(['timed-out', 'timed-out'])).toEqual([2000]);
  });

  it.each<[Verdict['host']]>([['throttled'], ['answered']])(
    'that %s between two time-outs is none that is silent',
    async (host) => {
      expect(await inTurn(['timed-out', 'timed-out', host, 'timed-out', 'timed-out'])).toEqual([
        5000,
      ]);
    },
  );

  it('is not given up for errors that say nothing about it', async () => {
    expect(await inTurn(['unknown', 'unknown', 'unknown', 'unknown'])).toEqual([4000]);
  });

  it('that is given up takes no other with it where that one has answered', async () => {
    const { clock, ask, outcomes } = bench();
    const other: Sendable = { ...of, service: 'ec2', scope: 'global' };
    ask('waiting', 60_000, ['well'], other);
    for (const call of ['a', 'b', 'c']) {
      ask(call, 100, [{ host: 'timed-out' }]);
      await clock.pass(1000);
    }
    ask('d', 1, ['well']);
    await clock.pass(100_000);
    expect(outcomes['d']).toMatchObject({ error: new HostIsSilent(silent), attempts: 0 });
    expect(outcomes['waiting']).toEqual({ value: 'waiting', attempts: 1 });
  });

  const silent = 'gave up after 3 time-outs in a row: kms in eu-west-1 does not answer';

  it('that is given up is named so: the name tells why no credentials could be had', () => {
    expect(new HostIsSilent(silent).name).toBe('HostIsSilent');
  });
});
