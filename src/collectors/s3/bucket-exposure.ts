/** Whether strangers get in to each bucket. The reasoning is in src/reasoning/exposure/bucket.ts. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type BucketExposure, exposureOf } from '../../reasoning/exposure/bucket.ts';
import {
  bucketAcls,
  bucketPolicy,
  bucketPolicyStatus,
  bucketPublicGrants,
} from './bucket-access.ts';
import { buckets } from './buckets.ts';
import { accountBlock, bucketBlock } from './public-access-block.ts';

export interface BucketExposures {
  /** The exposure of a bucket that was listed. */
  of(bucket: Pick<Resource, 'arn'>): BucketExposure;
}

export const bucketExposure = defineCollector({
  id: 's3.bucket-exposure',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: {
    buckets,
    account: accountBlock,
    block: bucketBlock,
    status: bucketPolicyStatus,
    policy: bucketPolicy,
    grants: bucketPublicGrants,
    acls: bucketAcls,
  },
  gather: (_, { account, block, status, policy, grants, acls }): BucketExposures => ({
    of: (bucket) =>
      exposureOf({
        account,
        bucket: block.of(bucket),
        status: status.of(bucket),
        policy: policy.of(bucket),
        grants: grants.of(bucket),
        acls: acls.of(bucket),
      }),
  }),
});
