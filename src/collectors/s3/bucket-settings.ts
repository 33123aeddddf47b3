/** How each bucket keeps its objects: versions, encryption and expiry. */
import { bucketSetting } from './buckets.ts';
import {
  GetBucketVersioning,
  GetBucketEncryption,
  GetBucketLifecycleConfiguration,
} from './operations.ts';

export interface Versioning {
  /** `Off` for a bucket whose versioning was never turned on. */
  readonly status: 'Enabled' | 'Suspended' | 'Off';
  readonly mfaDelete: boolean;
}

export const bucketVersioning = bucketSetting(
  's3.bucket-versioning',
  GetBucketVersioning,
  // Amazon S3 API reference, "GetBucketVersioning": neither is sent for a bucket where it was never set.
  ({ Status, MFADelete }): Versioning => ({
    status: Status ?? 'Off',
    mfaDelete: MFADelete === 'Enabled',
  }),
);

/** The algorithms by which each bucket encrypts new objects; none where it has no default. */
export const bucketEncryption = bucketSetting(
  's3.bucket-encryption',
  GetBucketEncryption,
  (answer, { must }): readonly string[] =>
    must(must(answer, 'ServerSideEncryptionConfiguration'), 'Rules').flatMap((rule) => {
      // A rule may say other things alone, such as which kinds of encryption are refused.
      const byDefault = rule.ApplyServerSideEncryptionByDefault;
      return byDefault ? [must(byDefault, 'SSEAlgorithm')] : [];
    }),
  { whenAbsent: [] },
);

/** Whether each bucket has a lifecycle configuration. */
export const bucketLifecycle = bucketSetting(
  's3.bucket-lifecycle',
  GetBucketLifecycleConfiguration,
  (answer, { must }) => must(answer, 'Rules').length > 0,
  { whenAbsent: false },
);
