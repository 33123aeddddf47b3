import { describe, expect, it } from 'vitest';
import { type Clock, createLimiter } from '../../../src/aws/quota/limiter.ts';
import type { Rated } from '../../../src/aws/quota/rates.ts';

/** A clock that stands still; sleeping is noted and ends at once, without moving it. */
function fakeClock(): Clock & { tick(milliseconds: number): void; readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: (milliseconds, signal) => {
      signal.throwIfAborted();
      slept.push(milliseconds);
      return Promise.resolve();
    },
    tick: (milliseconds) => {
      now += milliseconds;
    },
  };
}

const burst = 10;
const refill = 10;
const describeTrails: Rated = {
  service: 'cloudtrail',
  name: 'DescribeTrails',
  rate: { burst, refill, source: 'the test' },
};
const { signal } = new AbortController();

/** Takes the whole burst, so that the next has to wait. */
async function drain(limiter: ReturnType<typeof createLimiter>, region: string, count: number) {
  for (let taken = 0; taken < count; taken += 1) {
    await limiter.take(region, describeTrails, signal);
  }
}

describe('the rate limiter', () => {
  it('lets half of a burst through at once, then one at each interval of half the rate', async () => {
    const clock = fakeClock();
    const limiter = createLimiter(0.5, clock);
    await drain(limiter, 'eu-west-1', burst / 2);
    expect(clock.slept).toEqual([]);
    await drain(limiter, 'eu-west-1', 3);
    const interval = 1000 / (refill / 2);
    expect(clock.slept).toEqual([interval, 2 * interval, 3 * interval]);
  });

  it('has a bucket for each Region and each operation', async () => {
    const clock = fakeClock();
    const limiter = createLimiter(1, clock);
    await drain(limiter, 'eu-west-1', burst);
    await drain(limiter, 'eu-west-2', burst);
    await limiter.take('eu-west-1', { ...describeTrails, name: 'GetTrailStatus' }, signal);
    expect(clock.slept).toEqual([]);
    await drain(limiter, 'eu-west-2', 1);
    expect(clock.slept).toHaveLength(1);
  });

  it('refills with time and never beyond the burst', async () => {
    const clock = fakeClock();
    const limiter = createLimiter(1, clock);
    await drain(limiter, 'eu-west-1', burst);
    clock.tick(3_600_000);
    await drain(limiter, 'eu-west-1', burst);
    expect(clock.slept).toEqual([]);
    await drain(limiter, 'eu-west-1', 1);
    expect(clock.slept).toEqual([1000 / refill]);
  });

  it('slows down at each throttle, but not for ever', async () => {
    const clock = fakeClock();
    const limiter = createLimiter(1, clock);
    limiter.throttled('eu-west-1', describeTrails);
    await drain(limiter, 'eu-west-1', 1);
    expect(clock.slept[0]).toBeCloseTo(1000 / (refill * 0.7));
    for (let times = 0; times < 50; times += 1) {
      limiter.throttled('eu-west-1', describeTrails);
    }
    clock.tick(1);
    await limiter.take('eu-west-1', describeTrails, signal);
    expect(clock.slept[1]).toBeLessThan(15_000);
    clock.tick(60_000);
    clock.slept.length = 0;
    await drain(limiter, 'eu-west-1', burst + 1);
    expect(clock.slept).toEqual([1000 / refill]);
  });

  it('lets go of those that wait when the scan ends', async () => {
    const controller = new AbortController();
    const limiter = createLimiter(0.01);
    await limiter.take('eu-west-1', describeTrails, controller.signal);
    const waiting = limiter.take('eu-west-1', describeTrails, controller.signal);
    controller.abort(new Error('the deadline was reached'));
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
