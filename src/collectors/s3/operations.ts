/** The operations of Amazon S3 that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { s3 } from './service.ts';

/** Amazon S3 API reference, "Error responses". */
const bucketGone = ['NoSuchBucket'];

export const GetBucketLogging = s3.operation(
  'GetBucketLogging',
  (sdk) => sdk.GetBucketLoggingCommand,
  {
    action: 's3:GetBucketLogging',
    gone: bucketGone,
  },
);

export const GetBucketPolicy = s3.operation(
  'GetBucketPolicy',
  (sdk) => sdk.GetBucketPolicyCommand,
  {
    action: 's3:GetBucketPolicy',
    gone: bucketGone,
    absent: ['NoSuchBucketPolicy'],
  },
);

export const GetBucketPolicyStatus = s3.operation(
  'GetBucketPolicyStatus',
  (sdk) => sdk.GetBucketPolicyStatusCommand,
  { action: 's3:GetBucketPolicyStatus', gone: bucketGone, absent: ['NoSuchBucketPolicy'] },
);

export const GetBucketAcl = s3.operation('GetBucketAcl', (sdk) => sdk.GetBucketAclCommand, {
  action: 's3:GetBucketAcl',
  redact: withoutMembers(
    'Owner.DisplayName',
    'Grants[].Grantee.DisplayName',
    'Grants[].Grantee.EmailAddress',
  ),
  gone: bucketGone,
});

export const GetBucketOwnershipControls = s3.operation(
  'GetBucketOwnershipControls',
  (sdk) => sdk.GetBucketOwnershipControlsCommand,
  {
    action: 's3:GetBucketOwnershipControls',
    gone: bucketGone,
    absent: ['OwnershipControlsNotFoundError'],
  },
);

export const GetBucketVersioning = s3.operation(
  'GetBucketVersioning',
  (sdk) => sdk.GetBucketVersioningCommand,
  { action: 's3:GetBucketVersioning', gone: bucketGone },
);

export const GetBucketEncryption = s3.operation(
  'GetBucketEncryption',
  (sdk) => sdk.GetBucketEncryptionCommand,
  {
    action: 's3:GetEncryptionConfiguration',
    gone: bucketGone,
    absent: ['ServerSideEncryptionConfigurationNotFoundError'],
    redact: withoutMembers(
      'ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.KMSMasterKeyID',
    ),
  },
);

export const GetBucketLifecycleConfiguration = s3.operation(
  'GetBucketLifecycleConfiguration',
  (sdk) => sdk.GetBucketLifecycleConfigurationCommand,
  {
    action: 's3:GetLifecycleConfiguration',
    gone: bucketGone,
    absent: ['NoSuchLifecycleConfiguration'],
  },
);

/** With a parameter in the request the answer tells each bucket's Region: Amazon S3 API reference, "ListBuckets". */
export const ListBuckets = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, {
  action: 's3:ListAllMyBuckets',
  anywhere: true,
  pages: 'ContinuationToken',
  redact: withoutMembers('Owner.DisplayName'),
});

/**
 * Asked for buckets that ListBuckets told without a Region. HeadBucket would tell it too, but asks for s3:ListBucket,
 * which lets the scanner read the names of all objects; this asks for nothing that ListBuckets does not show.
 */
export const GetBucketLocation = s3.operation(
  'GetBucketLocation',
  (sdk) => sdk.GetBucketLocationCommand,
  { action: 's3:GetBucketLocation', gone: bucketGone, anywhere: true },
);

export const GetBucketPublicAccessBlock = s3.operation(
  'GetPublicAccessBlock',
  (sdk) => sdk.GetPublicAccessBlockCommand,
  {
    action: 's3:GetBucketPublicAccessBlock',
    gone: bucketGone,
    absent: ['NoSuchPublicAccessBlockConfiguration'],
  },
);

export const GetObjectLockConfiguration = s3.operation(
  'GetObjectLockConfiguration',
  (sdk) => sdk.GetObjectLockConfigurationCommand,
  {
    action: 's3:GetBucketObjectLockConfiguration',
    gone: bucketGone,
    absent: ['ObjectLockConfigurationNotFoundError'],
  },
);

export const GetBucketNotificationConfiguration = s3.operation(
  'GetBucketNotificationConfiguration',
  (sdk) => sdk.GetBucketNotificationConfigurationCommand,
  { action: 's3:GetBucketNotification', gone: bucketGone },
);
