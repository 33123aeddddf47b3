/** What keeps what a fleet leaves: the bucket of the reports, the queue of what was not delivered, and the key of both. */
import { Aws, Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import {
  Effect,
  PolicyStatement,
  type Role,
  ServicePrincipal,
  StarPrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';

export function keyOf(stack: Stack): Key {
  const key = new Key(stack, 'Key', {
    description: 'What srm-scan keeps of the organisation',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // Amazon CloudWatch Logs user guide, "Encrypt log data using AWS KMS".
  key.addToResourcePolicy(
    new PolicyStatement({
      actions: [
        'kms:Encrypt*',
        'kms:Decrypt*',
        'kms:ReEncrypt*',
        'kms:GenerateDataKey*',
        'kms:Describe*',
      ],
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.${Aws.URL_SUFFIX}`)],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`,
        },
      },
    }),
  );
  // Amazon EventBridge user guide, "Using dead-letter queues": a queue that is encrypted with a key of the customer’s own.
  key.addToResourcePolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      principals: [new ServicePrincipal('events.amazonaws.com')],
      resources: ['*'],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: {
          'aws:SourceArn': `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/*`,
        },
      },
    }),
  );
  return key;
}

/**
 * It outlives the stack, and so does the key of what is in it.
 * @param parts what the keys of unfinished readings begin with
 */
export function bucketOf(stack: Stack, key: Key, parts: string): Bucket {
  const bucket = new Bucket(stack, 'Reports', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        expiration: Duration.days(730),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      // Answers of AWS, which the next function needs some seconds later. No function may delete; the age of an object does.
      {
        prefix: parts,
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
      },
    ],
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Server access logs need a bucket of the account’s own choice; data events of CloudTrail tell more of who read a report.',
  });
  return bucket;
}

/**
 * What was written stays as it was, until its age removes it: as in the bucket of the scheduled scan. Amazon S3 user guide,
 * "Enforce conditional writes on Amazon S3 buckets". Results of queries, which Athena writes for whoever asks, are not of them.
 * @param objects ARNs of what is sealed
 */
export function sealed(bucket: Bucket, objects: readonly string[], writers: readonly Role[]): void {
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
      sid: 'WrittenByTheFunctionsAlone',
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

export function queueOf(stack: Stack, key: Key): Queue {
  const queue = new Queue(stack, 'DeadLetters', {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is the dead-letter queue.',
  });
  return queue;
}
