/** What keeps what a fleet leaves: the bucket of the reports, and the key of all that it keeps. */
import { Aws, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { reportsBucket } from '../shared/storage.ts';

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
  return reportsBucket(stack, {
    id: 'Reports',
    key,
    withoutAccessLog:
      'Server access logs need a bucket of the account’s own choice; data events of CloudTrail tell more of who read a report.',
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
}
