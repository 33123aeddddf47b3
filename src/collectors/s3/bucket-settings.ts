/** How each bucket keeps its objects: versions, encryption and expiry. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import type { PerResource } from '../../collect/per-resource.ts';
import { derive, type Observed } from '../../observe/observed.ts';
import { buckets, bucketSetting } from './buckets.ts';
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
  ({ Status, MFADelete }, members): Versioning => ({
    status: Status === undefined ? 'Off' : oneOf(Status, ['Enabled', 'Suspended'], members),
    mfaDelete:
      MFADelete !== undefined && oneOf(MFADelete, ['Enabled', 'Disabled'], members) === 'Enabled',
  }),
);

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html */
const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse'] as const;

/** The algorithms by which each bucket encrypts new objects; none where it has no default. */
export const bucketEncryption = bucketSetting(
  's3.bucket-encryption',
  GetBucketEncryption,
  (answer, members): readonly string[] => {
    const { must } = members;
    return must(must(answer, 'ServerSideEncryptionConfiguration'), 'Rules').flatMap((rule) => {
      // A rule may say other things alone, such as which kinds of encryption are refused.
      const byDefault = rule.ApplyServerSideEncryptionByDefault;
      return byDefault ? [oneOf(must(byDefault, 'SSEAlgorithm'), algorithms, members)] : [];
    });
  },
  { whenAbsent: [] },
);

/** S3 refuses a lifecycle where MFA delete is on. Amazon S3 user guide, "Configuring MFA delete". */
const noLifecycle = defineCollector({
  id: 's3.bucket-lifecycle-known',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { buckets, versioning: bucketVersioning },
  gather: (_, { versioning }): PerResource<{ value: readonly [] } | null> => ({
    of: (bucket) =>
      derive((read) => (read(versioning.of(bucket)).mfaDelete ? { value: [] } : null)),
  }),
});

/** Of each rule of a bucket's lifecycle configuration whether it is enabled; none where there is no configuration. */
export type LifecycleRules = readonly Observed<boolean>[];

export const bucketLifecycle = bucketSetting(
  's3.bucket-lifecycle',
  GetBucketLifecycleConfiguration,
  (answer, members): LifecycleRules => {
    const { must, observe } = members;
    return must(answer, 'Rules').map((rule) =>
      observe(() => oneOf(must(rule, 'Status'), ['Enabled', 'Disabled'], members) === 'Enabled'),
    );
  },
  { whenAbsent: [], unless: noLifecycle },
);
