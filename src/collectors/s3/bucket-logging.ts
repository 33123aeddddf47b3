/** Where the access log of each bucket goes. */
import type { Members } from '../../aws/reads.ts';
import { bucketSetting } from './buckets.ts';
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
