/** What keeps what a scan leaves: a bucket in which nothing is overwritten or deleted, and a queue of what was not delivered. */
import { Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, type Role, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';

/** What a bucket of reports is. */
export interface Reports {
  readonly id: string;
  /** Of the customer's own; without it the bucket is encrypted with a key of S3. */
  readonly key?: IKey;
  readonly lifecycleRules: readonly LifecycleRule[];
  /** Why `AwsSolutions-S1` does not hold. */
  readonly withoutAccessLog: string;
}

/** It outlives the stack, and so does its policy. */
export function reportsBucket(
  stack: Stack,
  { id, key, lifecycleRules, withoutAccessLog }: Reports,
): Bucket {
  const bucket = new Bucket(stack, id, {
    ...(key
      ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
      : { encryption: BucketEncryption.S3_MANAGED }),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [...lifecycleRules],
  });
  bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
  Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: withoutAccessLog });
  return bucket;
}

/** What is sealed, and who alone may write there. */
export interface Seal {
  /** ARNs of objects. */
  readonly objects: readonly string[];
  readonly writers: readonly Role[];
  /** Of the statement that refuses everybody else. */
  readonly sid: string;
}

/**
 * What was written stays as it was, until its age removes it. Amazon S3 user guide, "Enforce conditional writes on Amazon S3
 * buckets". A report that must go all the same needs a change of this policy first, which CloudTrail records.
 */
export function sealed(bucket: Bucket, { objects, writers, sid }: Seal): void {
  const everyObject = {
    effect: Effect.DENY,
    principals: [new StarPrincipal()],
    resources: [...objects],
  };
  const statements = [
    {
      sid: 'NeverOverwritten',
      actions: ['s3:PutObject'],
      conditions: {
        Null: { 's3:if-none-match': 'true' },
        Bool: { 's3:ObjectCreationOperation': 'true' },
      },
    },
    {
      sid,
      actions: ['s3:PutObject'],
      conditions: {
        ArnNotEquals: { 'aws:PrincipalArn': writers.map(({ roleArn }) => roleArn) },
      },
    },
    { sid: 'NeverDeleted', actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'] },
  ];
  for (const statement of statements)
    bucket.addToResourcePolicy(new PolicyStatement({ ...everyObject, ...statement }));
}

/** @param key of the customer's own; without it the queue is encrypted with a key of SQS */
export function queueOf(stack: Stack, key?: IKey): Queue {
  const queue = new Queue(stack, 'DeadLetters', {
    ...(key
      ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
      : { encryption: QueueEncryption.SQS_MANAGED }),
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is the dead-letter queue.',
  });
  return queue;
}
