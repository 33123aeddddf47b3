/** Buckets for tests: their settings as the collectors give them. */
import type { BucketExposures } from '../../src/collectors/s3/bucket-exposure.ts';
import { type BucketFacts, exposureOf } from '../../src/reasoning/exposure/bucket.ts';
import type { Bucket } from '../../src/collectors/s3/buckets.ts';
import type {
  BlockFlag,
  PublicAccessBlock,
} from '../../src/reasoning/exposure/block-public-access.ts';
import { policyOf } from '../policy/documents.ts';
import { known, unreadable } from './observe.ts';

export const records: Bucket = {
  arn: 'arn:aws:s3:::records',
  type: 'AWS::S3::Bucket',
  name: 'records',
  region: 'eu-west-1',
  location: known('eu-west-1'),
};

/** A bucket of which nobody would tell the Region. */
export const lost: Bucket = { ...records, region: 'unknown', location: unreadable() };

/** A block with the given flags on and the others off. */
export function blockOf(...on: readonly BlockFlag[]): NonNullable<PublicAccessBlock> {
  return {
    BlockPublicAcls: on.includes('BlockPublicAcls'),
    IgnorePublicAcls: on.includes('IgnorePublicAcls'),
    BlockPublicPolicy: on.includes('BlockPublicPolicy'),
    RestrictPublicBuckets: on.includes('RestrictPublicBuckets'),
  };
}

export const fullBlock = blockOf(
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
);

/** A bucket that nothing opens and nothing blocks, with ACLs in force, but for what is given. */
export function bare(facts: Partial<BucketFacts>): { exposure: BucketExposures } {
  const exposure = exposureOf({
    account: known(null),
    bucket: known(null),
    status: known('no-policy'),
    policy: known(null),
    grants: known([]),
    acls: known('enabled'),
    ...facts,
  });
  return { exposure: { of: () => exposure } };
}

/** The same with a policy of which AWS says nothing, so that our reading of it decides. */
export function withPolicy(...statements: object[]) {
  return bare({ status: known('untold'), policy: known(policyOf(...statements)) });
}

/** Nothing of the bucket may be read, but for what is given. */
export function closedTo(facts: Partial<BucketFacts>): { exposure: BucketExposures } {
  return bare({
    account: unreadable(),
    bucket: unreadable(),
    status: unreadable(),
    policy: unreadable(),
    grants: unreadable(),
    acls: unreadable(),
    ...facts,
  });
}
