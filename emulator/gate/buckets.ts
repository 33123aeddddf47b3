/** AWS's request rates at the gate: what goes beyond a token bucket is throttled, as AWS does. */
import { tokenBucket } from './faults.ts';
import type { Fault } from './faults.ts';
import type { AwsRequest } from './request.ts';

/** The requests that a bucket is asked for. */
export type Draw = Pick<AwsRequest, 'service' | 'operation' | 'region' | 'accessKeyId'>;

/** A bucket that requests share. */
export interface Bucket {
  /** Equal for all that draw from the same one. */
  readonly name: string;
  readonly burst: number;
  readonly perSecond: number;
}

/** The bucket that a request draws from; undefined where nothing limits it. */
export type BucketOf = (draw: Draw) => Bucket | undefined;

/** Buckets that are full at first. */
export interface Buckets {
  /** The throttling that meets a request; undefined while a token is left for it. */
  readonly meet: (draw: Draw) => Fault | undefined;
}

export function createBuckets(bucketOf: BucketOf): Buckets {
  const takes = new Map<string, () => boolean>();
  return {
    meet: (draw) => {
      const bucket = bucketOf(draw);
      if (!bucket) return undefined;
      const { name, burst, perSecond } = bucket;
      const take = takes.get(name) ?? tokenBucket(perSecond, burst);
      takes.set(name, take);
      return take() ? undefined : { kind: 'rate', match: {}, burst, perSecond };
    },
  };
}
