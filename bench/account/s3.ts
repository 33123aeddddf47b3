/** Buckets and their settings. */
import type {
  GetBucketAclOutput,
  GetBucketEncryptionOutput,
  GetBucketLifecycleConfigurationOutput,
  GetBucketLocationOutput,
  GetBucketLoggingOutput,
  GetBucketOwnershipControlsOutput,
  GetBucketPolicyOutput,
  GetBucketPolicyStatusOutput,
  GetBucketVersioningOutput,
  GetPublicAccessBlockOutput,
  Grant,
  ListBucketsOutput,
} from '@aws-sdk/client-s3';
import type { GetPublicAccessBlockOutput as AccountBlock } from '@aws-sdk/client-s3-control';
import { daysBefore, hash, lastNumber, numbered, percent } from './identity.ts';
import { pageOf, refuse } from './question.ts';
import type { Answerers, Pages, Question, Refusal } from './question.ts';
import { regionOf } from './regions.ts';

/** Amazon S3 API reference, "ListBuckets". */
const pages: Pages = {
  size: 'max-buckets',
  token: 'continuation-token',
  usual: 10_000,
  most: 10_000,
};

const owner = { ID: '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a' };

export function bucketName(index: number): string {
  return numbered('generated-bucket', index);
}

/** Index of the bucket in the path; undefined for a bucket that the account does not have. */
function bucketIn({ path, size }: Question): number | undefined {
  const name = path.slice(1).replace(/\/$/, '');
  const index = lastNumber(name);
  if (index === undefined || index >= size.counts.buckets) return undefined;
  return bucketName(index) === name ? index : undefined;
}

/** Answers for a bucket that is there, in the Region that it is in. */
function ofBucket<T extends object>(answer: (index: number, question: Question) => T | Refusal) {
  return (question: Question): T | Refusal => {
    const index = bucketIn(question);
    if (index === undefined) return refuse('NoSuchBucket', 404);
    return answer(index, question);
  };
}

const share = (aspect: string, index: number) => percent(aspect, 'bucket', index);

export const s3Answers = {
  ListBuckets: (question): ListBucketsOutput => {
    const { items, next } = pageOf(question, pages, question.size.counts.buckets, (index) => ({
      Name: bucketName(index),
      BucketRegion: regionOf(question.size, index),
      CreationDate: daysBefore(question.now, 100 + share('age', index) * 10),
    }));
    return { Buckets: items, Owner: owner, ContinuationToken: next };
  },
  GetBucketLocation: ofBucket((index, { size }): GetBucketLocationOutput => {
    const region = regionOf(size, index);
    // The first Region has no name here: Amazon S3 API reference, "GetBucketLocation".
    return region === 'us-east-1' ? {} : { LocationConstraint: region };
  }),
  GetBucketPolicy: ofBucket<GetBucketPolicyOutput>((index) =>
    policyOf(index) === 'none'
      ? refuse('NoSuchBucketPolicy', 404)
      : { Policy: JSON.stringify(documentOf(index)) },
  ),
  GetBucketPolicyStatus: ofBucket<GetBucketPolicyStatusOutput>((index) =>
    policyOf(index) === 'none'
      ? refuse('NoSuchBucketPolicy', 404)
      : { PolicyStatus: { IsPublic: policyOf(index) === 'public' } },
  ),
  GetBucketAcl: ofBucket((index): GetBucketAclOutput => {
    const own: Grant = {
      Grantee: { ...owner, Type: 'CanonicalUser' },
      Permission: 'FULL_CONTROL',
    };
    const URI = 'http://acs.amazonaws.com/groups/global/AllUsers';
    const everyone = (Permission: 'READ' | 'WRITE'): Grant => ({
      Grantee: { Type: 'Group', URI },
      Permission,
    });
    const hasAcl = share('ownership', index) >= 85;
    const isOpen = hasAcl && share('acl', index) < 20;
    const isWritable = isOpen && share('write', index) < 40;
    return {
      Owner: owner,
      Grants: [
        own,
        ...(isOpen ? [everyone('READ')] : []),
        ...(isWritable ? [everyone('WRITE')] : []),
      ],
    };
  }),
  GetBucketOwnershipControls: ofBucket<GetBucketOwnershipControlsOutput>((index) =>
    share('ownership', index) >= 95
      ? refuse('OwnershipControlsNotFoundError', 404)
      : {
          OwnershipControls: {
            Rules: [
              {
                ObjectOwnership:
                  share('ownership', index) < 85 ? 'BucketOwnerEnforced' : 'ObjectWriter',
              },
            ],
          },
        },
  ),
  GetPublicAccessBlock: ofBucket<GetPublicAccessBlockOutput>((index) => {
    if (share('block', index) >= 90) return refuse('NoSuchPublicAccessBlockConfiguration', 404);
    const isWhole = share('block', index) < 80;
    return {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: isWhole,
        RestrictPublicBuckets: isWhole,
      },
    };
  }),
  GetBucketEncryption: ofBucket((index): GetBucketEncryptionOutput => ({
    ServerSideEncryptionConfiguration: {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: {
            SSEAlgorithm: share('encryption', index) < 70 ? 'AES256' : 'aws:kms',
          },
          BucketKeyEnabled: share('encryption', index) >= 70,
        },
      ],
    },
  })),
  GetBucketVersioning: ofBucket((index): GetBucketVersioningOutput => {
    if (share('versioning', index) >= 60) return {};
    const MFADelete = share('mfa delete', index) < 3 ? 'Enabled' : 'Disabled';
    return { Status: share('versioning', index) < 55 ? 'Enabled' : 'Suspended', MFADelete };
  }),
  GetBucketLogging: ofBucket((index): GetBucketLoggingOutput => {
    if (share('logging', index) >= 40) return {};
    return { LoggingEnabled: { TargetBucket: bucketName(0), TargetPrefix: `${index}/` } };
  }),
  GetBucketLifecycleConfiguration: ofBucket<GetBucketLifecycleConfigurationOutput>((index) => {
    if (share('lifecycle', index) >= 50) return refuse('NoSuchLifecycleConfiguration', 404);
    const rule = { ID: 'expire', Status: 'Enabled', Filter: { Prefix: '' } } as const;
    return { Rules: [{ ...rule, Expiration: { Days: 400 } }] };
  }),
} satisfies Answerers;

/** Half of the buckets have no policy, most others refuse plain HTTP, and one in twenty lets the world read. */
function policyOf(index: number): 'none' | 'tls' | 'public' | 'partner' {
  const kind = share('policy', index);
  if (kind < 45) return 'none';
  if (kind < 85) return 'tls';
  return kind < 90 ? 'public' : 'partner';
}

function documentOf(index: number): object {
  const bucket = `arn:aws:s3:::${bucketName(index)}`;
  const everything = [bucket, `${bucket}/*`];
  const tls = {
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: everything,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucket}/*` };
  const partner = `arn:aws:iam::${200_000_000_000 + (hash(bucket) % 1_000_000)}:root`;
  const statements = {
    none: [],
    tls: [tls],
    public: [{ ...read, Sid: 'Site', Principal: '*' }],
    partner: [tls, { ...read, Sid: 'Partner', Principal: { AWS: partner } }],
  }[policyOf(index)];
  return { Version: '2012-10-17', Statement: statements };
}

export const s3ControlAnswers = {
  GetPublicAccessBlock: (): AccountBlock => ({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: false,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    },
  }),
} satisfies Answerers;
