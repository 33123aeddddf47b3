/** Where the access log of each bucket goes, and which buckets take in the logs of others. */
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import type { PerResource } from '../../collect/per-resource.ts';
import { Observed } from '../../observe/observed.ts';
import { buckets, bucketSetting } from './buckets.ts';
import { GetBucketLogging } from './operations.ts';

interface Logging {
  readonly LoggingEnabled?: { readonly TargetBucket?: string | undefined } | undefined;
}

/** The bucket that a bucket logs to; null where it keeps no log. */
export function logTarget({ LoggingEnabled }: Logging, { must }: Members): string | null {
  // Amazon S3 API reference, "GetBucketLogging": the element is left out where logging is off.
  return LoggingEnabled ? must(LoggingEnabled, 'TargetBucket') : null;
}

export const bucketLogging = bucketSetting('s3.bucket-logging', GetBucketLogging, logTarget);

/** The name of a bucket that is known to log to a bucket; null where none is known. */
export const bucketLoggedFrom = defineCollector({
  id: 's3.bucket-logged-from',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { buckets, logging: bucketLogging },
  gather: (_aws, given): PerResource<string | null> => {
    const loggedFrom = new Map<string, Observed<string>>();
    for (const bucket of given.buckets.items) {
      const target = Observed.open(given.logging.of(bucket));
      if (!target.known || target.value === null || target.value === bucket.name) continue;
      loggedFrom.set(target.value, Observed.known(bucket.name, ...target.sources));
    }
    const arnOf = new Map(given.buckets.items.map(({ arn, name }) => [arn, name]));
    return { of: ({ arn }) => loggedFrom.get(arnOf.get(arn) ?? '') ?? Observed.known(null) };
  },
});
