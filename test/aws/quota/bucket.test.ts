import { describe, expect, it } from 'vitest';
import { type Bucket, createBucket } from '../../../src/aws/quota/bucket.ts';

const rate = { burst: 10, refill: 10, source: 'the test' };

/** Takes tokens from `from` on as soon as they are there, and tells when. */
function takeAll(bucket: Bucket, count: number, from: number): number[] {
  let now = from;
  return Array.from({ length: count }, () => {
    now += bucket.wait(now);
    bucket.take(now);
    return now;
  });
}

/** Milliseconds between one and the next. */
function distances(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

describe('a bucket', () => {
  it('gives the share of the burst at once, then a token at each interval of the share of the rate', () => {
    const times = takeAll(createBucket(rate, 0.5, 0), 8, 0);
    expect(times.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(times[5]).toBeCloseTo(200);
    expect(times[6]).toBeCloseTo(400);
    expect(times[7]).toBeCloseTo(600);
  });

  it('lets a request through however small the share of the burst is', () => {
    const slow = { burst: 2, refill: 1, source: 'the test' };
    const times = takeAll(createBucket(slow, 0.1, 0), 2, 0);
    expect(times[0]).toBe(0);
    expect(times[1]).toBeCloseTo(10_000);
  });

  it('refills with time and never beyond the burst', () => {
    const bucket = createBucket(rate, 1, 0);
    takeAll(bucket, 10, 0);
    const times = takeAll(bucket, 11, 3_600_000);
    expect(times.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 3_600_000));
    expect(times[10]).toBeCloseTo(3_600_100);
  });

  it('has no burst after a throttle, and less than the rate', () => {
    const bucket = createBucket(rate, 1, 0);
    bucket.throttled(0, 0);
    const [first = 0, second = 0] = takeAll(bucket, 2, 0);
    // 7 a second, and half a request a second faster after each second.
    expect(first).toBeGreaterThan(1000 / 8);
    expect(first).toBeLessThan(1000 / 7);
    expect(second - first).toBeGreaterThan(1000 / 8);
  });

  it('saves nothing up while it is slow', () => {
    const bucket = createBucket(rate, 1, 0);
    bucket.throttled(0, 0);
    const times = takeAll(bucket, 4, 3000);
    expect(times[0]).toBe(3000);
    for (const distance of distances(times)) expect(distance).toBeGreaterThan(99.9);
  });

  it('has its whole rate again after six seconds without a throttle, and its burst when it was saved', () => {
    const bucket = createBucket(rate, 1, 0);
    bucket.throttled(0, 0);
    for (const distance of distances(takeAll(bucket, 50, 6000))) expect(distance).toBeCloseTo(100);
    const later = takeAll(bucket, 11, 3_600_000);
    expect(later[9]).toBe(3_600_000);
    expect(later[10]).toBeCloseTo(3_600_100);
  });

  it('slows down once for the requests that were on their way together', () => {
    const one = createBucket(rate, 1, 0);
    one.throttled(10, 0);
    const many = createBucket(rate, 1, 0);
    for (let times = 0; times < 20; times += 1) many.throttled(10, 0);
    expect(many.wait(10)).toBe(one.wait(10));
    many.throttled(20, 15);
    expect(many.wait(20)).toBeGreaterThan(one.wait(20));
  });

  it('is never slower than a request in five seconds, or than the share where that is less', () => {
    const bucket = createBucket(rate, 1, 0);
    for (let times = 0; times < 50; times += 1) bucket.throttled(times, times);
    expect(bucket.wait(49)).toBeLessThan(5000);
    expect(bucket.wait(49)).toBeGreaterThan(1000);
    const rare = createBucket({ burst: 1, refill: 1, source: 'the test' }, 0.1, 0);
    rare.throttled(0, 0);
    expect(rare.wait(0)).toBeCloseTo(10_000);
  });

  it('says when the token is there as the sum of small steps does, whatever was throttled', () => {
    for (const waits of [[0], [0, 100], [0, 400, 900], [2500], [0, 7000], [0, 5900, 50]]) {
      const bucket = createBucket(rate, 1, 0);
      const model = summed();
      let now = 0;
      for (const wait of waits) {
        now += wait;
        bucket.throttled(now, now);
        model.throttled(now);
        const [token = 0, next = 0] = takeAll(bucket, 2, now);
        expect(token).toBeCloseTo(model.take(), 0);
        expect(next).toBeCloseTo(model.take(), 0);
        now = next;
      }
    }
  });

  it('hears a throttle of a request that was sent when the rate fell, and of none before', () => {
    const both = createBucket(rate, 1, 0);
    both.throttled(10, 0);
    const wait = both.wait(10);
    both.throttled(10, 9.99);
    expect(both.wait(10)).toBe(wait);
    both.throttled(10, 10);
    expect(both.wait(10)).toBeGreaterThan(wait);
  });
});

/** The bucket of `rate` by its definition: each hundredth of a millisecond it gains what the refill is then. */
function summed() {
  const step = 0.01;
  const state = { now: 0, tokens: 10, refill: 10 };
  const tick = () => {
    const { now, tokens, refill } = state;
    state.now = now + step;
    state.tokens = Math.min(refill < 10 - 1e-9 ? 1 : 10, tokens + (refill * step) / 1000);
    state.refill = Math.min(10, refill + (0.5 * step) / 1000);
  };
  return {
    throttled: (at: number) => {
      while (state.now < at) tick();
      state.tokens = Math.min(0, state.tokens);
      state.refill *= 0.7;
    },
    /** When the next token is there; it is taken. */
    take: () => {
      while (state.tokens < 1 - 1e-9) tick();
      state.tokens -= 1;
      return state.now;
    },
  };
}
