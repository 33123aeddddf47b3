/** What AWS's rates leave as the shortest time for a set of calls, and whether a scan kept to its share of them. */
import type { BucketOf } from '../emulator/gate/buckets.ts';
import type { Call } from '../emulator/gate.ts';

/** The bucket that takes longest. */
export interface Bound {
  readonly seconds: number;
  /** Undefined where the calls follow each other longer than any bucket makes them wait. */
  readonly bucket: string | undefined;
}

/**
 * The shortest time in which `calls` can be made with `share` of each bucket: n calls need (n - burst) / refill
 * seconds. It is never less than `chain`, the calls that need the answer of the one before.
 * @param chain seconds
 */
export function boundOf(
  calls: readonly Call[],
  bucketOf: BucketOf,
  share: number,
  chain: number,
): Bound {
  let bound: Bound = { seconds: chain, bucket: undefined };
  // What was throttled had to be sent again; the bound is that of a scan which wastes nothing.
  const sent = byBucket(
    calls.filter(({ by }) => by !== 'rate'),
    bucketOf,
  );
  for (const { bucket, times } of sent) {
    const seconds = (times.length - bucket.burst * share) / (bucket.perSecond * share);
    if (seconds > bound.seconds) bound = { seconds, bucket: bucket.name };
  }
  return bound;
}

/** The second in which a bucket was drawn from the most, measured by what a full bucket gives. */
export interface Busiest {
  readonly bucket: string;
  readonly sends: number;
  /** `burst` and one second's refill, of the share that the scan may use. */
  readonly allowed: number;
}

/** Of all buckets the one that came nearest to what it allows, or went farthest beyond; undefined without any call. */
export function busiestSecond(
  calls: readonly Call[],
  bucketOf: BucketOf,
  share: number,
): Busiest | undefined {
  let busiest: Busiest | undefined;
  for (const { bucket, times } of byBucket(calls, bucketOf)) {
    const sends = mostWithin(times, 1000);
    const allowed = (bucket.burst + bucket.perSecond) * share;
    if (busiest && sends / allowed <= busiest.sends / busiest.allowed) continue;
    busiest = { bucket: bucket.name, sends, allowed };
  }
  return busiest;
}

/** How many sends found no token in a bucket of `share` of AWS's. The way to the gate may shift one send in time. */
export function sendsBeyond(calls: readonly Call[], bucketOf: BucketOf, share: number): number {
  let beyond = 0;
  for (const { bucket, times } of byBucket(calls, bucketOf)) {
    const burst = Math.max(1, bucket.burst * share) + 1;
    let tokens = burst;
    let filled = times[0] ?? 0;
    for (const at of times) {
      tokens = Math.min(burst, tokens + ((at - filled) / 1000) * bucket.perSecond * share);
      filled = at;
      if (tokens < 1) beyond += 1;
      else tokens -= 1;
    }
  }
  return beyond;
}

function byBucket(calls: readonly Call[], bucketOf: BucketOf) {
  const found = new Map<string, { bucket: NonNullable<ReturnType<BucketOf>>; times: number[] }>();
  for (const call of calls) {
    const bucket = bucketOf(call);
    if (!bucket) continue;
    const entry = found.get(bucket.name) ?? { bucket, times: [] };
    entry.times.push(call.at);
    found.set(bucket.name, entry);
  }
  for (const { times } of found.values()) times.sort((a, b) => a - b);
  return [...found.values()];
}

/** @param times in order */
function mostWithin(times: readonly number[], milliseconds: number): number {
  let most = 0;
  let first = 0;
  for (const [last, time] of times.entries()) {
    while (time - (times[first] ?? time) >= milliseconds) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
