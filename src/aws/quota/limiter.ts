/**
 * A token bucket for each account, Region, service and operation, or for the operations that share a quota. The buckets
 * belong to the account, not to the scan: by default half of each is left to the account's own work. When AWS throttles
 * all the same, the refill falls by a third and creeps back.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rated } from './rates.ts';

export interface Limiter {
  /** Waits for the right to send one request. Rejects when `signal` aborts. */
  take(region: string, operation: Rated, signal: AbortSignal): Promise<void>;
  /** Tells that AWS throttled a request. */
  throttled(region: string, operation: Rated): void;
}

interface Bucket {
  tokens: number;
  readonly burst: number;
  /** Tokens a second, now and at most. */
  refill: number;
  readonly fullRefill: number;
  /** Milliseconds of the clock at which `tokens` was true. */
  at: number;
}

/** Time, for tests to hold. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Rejects when `signal` aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

const realClock: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

/** A rate that is never undercut, however often AWS throttles: one request in five seconds. */
const slowest = 0.2;
const backOff = 0.7;
/** The share of the full refill that a second without a throttle gives back. */
const recovery = 0.05;

/** @param share of AWS's rates that the scan may use, above 0 and up to 1 */
export function createLimiter(share: number, clock: Clock = realClock): Limiter {
  const buckets = new Map<string, Bucket>();

  const bucketOf = (region: string, { service, name, rate }: Rated): Bucket => {
    const key = `${region}/${service}/${rate.group ?? name}`;
    const known = buckets.get(key);
    if (known) return known;
    const burst = Math.max(1, rate.burst * share);
    const refill = Math.max(slowest, rate.refill * share);
    const bucket = { tokens: burst, burst, refill, fullRefill: refill, at: clock.now() };
    buckets.set(key, bucket);
    return bucket;
  };

  return {
    take: async (region, operation, signal) => {
      const bucket = bucketOf(region, operation);
      refill(bucket, clock.now());
      // Tokens may go below zero: each waiter has its own place in the queue.
      bucket.tokens -= 1;
      if (bucket.tokens >= 0) return;
      await clock.sleep((-bucket.tokens / bucket.refill) * 1000, signal);
    },
    throttled: (region, operation) => {
      const bucket = bucketOf(region, operation);
      refill(bucket, clock.now());
      bucket.refill = Math.max(slowest, bucket.refill * backOff);
      bucket.tokens = Math.min(bucket.tokens, 0);
    },
  };
}

function refill(bucket: Bucket, at: number): void {
  const seconds = Math.max(0, at - bucket.at) / 1000;
  bucket.at = at;
  bucket.tokens = Math.min(bucket.burst, bucket.tokens + seconds * bucket.refill);
  bucket.refill = Math.min(
    bucket.fullRefill,
    bucket.refill + seconds * recovery * bucket.fullRefill,
  );
}
