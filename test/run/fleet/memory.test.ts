/** One budget of memory: where it runs short the account that began first goes on alone, and nobody waits for ever. */
import { describe, expect, it } from 'vitest';
import { createDispatcher, createPlaces } from '../../../src/aws/quota/dispatcher.ts';
import { createMemory } from '../../../src/run/fleet/memory.ts';
import { holdClock } from '../../support/held-clock.ts';

const operation = {
  service: 's3',
  name: 'GetBucketAcl',
  scope: 'global',
  callsInFlight: 4,
  rate: { burst: 100, refill: 100, source: 'the test' },
} as const;

function accounts(count: number) {
  let hasRoom = true;
  const clock = holdClock();
  const memory = createMemory(clock, () => hasRoom);
  const places = createPlaces();
  const sent: string[] = [];
  const made = Array.from({ length: count }, (_, number) => {
    const turn = memory.begin();
    const controller = new AbortController();
    const dispatcher = createDispatcher({
      share: 1,
      signal: controller.signal,
      clock,
      places,
      hold: turn.hold,
      verdict: () => ({ host: 'answered' }),
    });
    const ask = (what: string) =>
      dispatcher.dispatch(operation, 'eu-west-1', async () => sent.push(`${number} ${what}`));
    return { ask, end: turn.end, controller };
  });
  const at = (number: number) => {
    const account = made[number];
    if (!account) throw new Error(`there is no account ${number}`);
    return account;
  };
  return { made, at, sent, clock, room: (has: boolean) => (hasRoom = has) };
}

describe('accounts that share the memory', () => {
  it('all send while there is room; without it the first one alone, and the next when that has ended', async () => {
    const { at, sent, clock, room } = accounts(3);
    const [first, second, third] = [at(0), at(1), at(2)];
    const calls = [first.ask('a'), second.ask('a')];
    await clock.pass(0);
    expect(sent).toEqual(['0 a', '1 a']);

    room(false);
    calls.push(second.ask('b'), third.ask('b'), first.ask('b'));
    await clock.pass(1000);
    expect(sent.slice(2)).toEqual(['0 b']);

    first.end();
    await clock.pass(0);
    expect(sent.slice(3)).toEqual(['1 b']);
    second.end();
    await clock.pass(0);
    expect(sent.slice(4)).toEqual(['2 b']);
    third.end();
    expect(await Promise.all(calls)).toHaveLength(5);
    expect(clock.waiting()).toBe(0);
  });

  it('go on together when there is room again, though none has ended', async () => {
    const { at, sent, clock, room } = accounts(2);
    room(false);
    const call = at(1).ask('a');
    await clock.pass(1000);
    expect(sent).toEqual([]);
    room(true);
    await clock.pass(200);
    expect(sent).toEqual(['1 a']);
    expect(await call).toMatchObject({ attempts: 1 });
    expect(clock.waiting()).toBe(0);
  });

  it('end at the signal while they are kept back', async () => {
    const { made, at, sent, clock, room } = accounts(2);
    room(false);
    const call = at(1).ask('a');
    await clock.pass(0);
    const why = new Error('the deadline was reached');
    at(1).controller.abort(why);
    expect(await call).toEqual({ attempts: 0, error: why });
    for (const { end } of made) end();
    await clock.pass(0);
    expect(sent).toEqual([]);
    expect(clock.waiting()).toBe(0);
  });
});
