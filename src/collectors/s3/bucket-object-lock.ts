/** Whether each bucket can hold objects that nobody can delete before their time. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import type { PerResource } from '../../collect/per-resource.ts';
import { derive } from '../../observe/observed.ts';
import { bucketVersioning } from './bucket-settings.ts';
import { buckets, bucketSetting } from './buckets.ts';
import { GetObjectLockConfiguration } from './operations.ts';

/** How objects of a bucket are locked that come in without a lock of their own. */
export type ObjectLock = 'off' | 'on without a default' | 'GOVERNANCE' | 'COMPLIANCE';

/** Only a bucket with versioning can have it, and cannot suspend that: Amazon S3 user guide, "Locking objects with Object Lock". */
const noLock = defineCollector({
  id: 's3.bucket-object-lock-known',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { buckets, versioning: bucketVersioning },
  gather: (_, { versioning }): PerResource<{ value: ObjectLock } | null> => ({
    of: (bucket) =>
      derive((read) =>
        read(versioning.of(bucket)).status === 'Enabled' ? null : { value: 'off' },
      ),
  }),
});

export const bucketObjectLock = bucketSetting(
  's3.bucket-object-lock',
  GetObjectLockConfiguration,
  (answer, members): ObjectLock => {
    const { must } = members;
    const lock = must(answer, 'ObjectLockConfiguration');
    oneOf(must(lock, 'ObjectLockEnabled'), ['Enabled'], members);
    // A default is optional: Amazon S3 API reference, "ObjectLockConfiguration".
    if (lock.Rule === undefined) return 'on without a default';
    const retention = must(lock.Rule, 'DefaultRetention');
    return oneOf(must(retention, 'Mode'), ['GOVERNANCE', 'COMPLIANCE'], members);
  },
  { whenAbsent: 'off' as const, unless: noLock },
);
