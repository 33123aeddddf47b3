/**
 * A token bucket, as AWS keeps one for each account, Region and operation, of which the scan uses a share. When AWS
 * throttles all the same, the refill falls by a third and creeps back; until it is back no burst is saved up, so that
 * sends keep their distance.
 */
import type { Rate } from './rates.ts';

export interface Bucket {
  /** Tokens a second that the scan may use while nothing is throttled. */
  readonly perSecond: number;
  /** Milliseconds until there is a token; 0 when one is there. */
  wait(now: number): number;
  /** Takes the token that is there. */
  take(now: number): void;
  /** Tells that AWS throttled a request that was sent at `sentAt`. */
  throttled(now: number, sentAt: number): void;
}

/** A rate that is not undercut, however often AWS throttles, where the share allows it: a request in five seconds. */
const slowest = 0.2;
const backOff = 0.7;
/** The share of the full refill that a second without a throttle gives back. */
const recovery = 0.05;
/** Sums of fractions miss a whole token by less than this. */
const rounding = 1e-6;

/** @param share of AWS's rate that the scan may use, above 0 and up to 1 */
export function createBucket(rate: Rate, share: number, createdAt: number): Bucket {
  const full = rate.refill * share;
  const burst = Math.max(1, rate.burst * share);
  /** Tokens a second that the refill itself gains in a second. */
  const gain = recovery * full;
  let tokens = burst;
  let refill = full;
  let at = createdAt;
  let slowedAt = Number.NEGATIVE_INFINITY;

  const refillTo = (now: number) => {
    const seconds = Math.max(0, now - at) / 1000;
    at = Math.max(at, now);
    const slow = Math.min(seconds, (full - refill) / gain);
    if (slow > 0) {
      tokens = Math.min(1, tokens + slow * (refill + (gain * slow) / 2));
      refill = slow < seconds ? full : refill + gain * slow;
    }
    tokens = Math.min(burst, tokens + (seconds - slow) * full);
  };

  return {
    perSecond: full,
    wait: (now) => {
      refillTo(now);
      const missing = 1 - tokens;
      if (missing <= rounding) return 0;
      const recovered = (full - refill) / gain;
      const before = recovered * (refill + (gain * recovered) / 2);
      const seconds =
        missing <= before
          ? (Math.sqrt(refill * refill + 2 * gain * missing) - refill) / gain
          : recovered + (missing - before) / full;
      return seconds * 1000;
    },
    take: (now) => {
      refillTo(now);
      tokens -= 1;
    },
    throttled: (now, sentAt) => {
      refillTo(now);
      tokens = Math.min(tokens, 0);
      // Requests that were on their way when the refill fell say nothing about the new one.
      if (sentAt < slowedAt) return;
      slowedAt = now;
      refill = Math.max(Math.min(slowest, full), refill * backOff);
    },
  };
}
