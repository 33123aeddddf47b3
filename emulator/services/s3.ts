import {
  CreateBucketCommand,
  PutBucketAclCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutBucketWebsiteCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BucketLocationConstraint } from '@aws-sdk/client-s3';
import * as sdk from '@aws-sdk/client-s3';
import { s3 as service } from '../../src/collectors/s3/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, OPTED_IN, SECOND, US, tags } from '../site.ts';
import type { Planted, Site } from '../site.ts';
import kms from './kms.ts';

interface BucketPlan {
  readonly name: string;
  readonly region: BucketLocationConstraint | typeof US;
  readonly ageInDays: number;
  /** The four flags, where they are not all on as AWS sets them. */
  readonly block?: 'off' | 'block-only' | 'restrict-only';
  readonly statements?: readonly unknown[];
  readonly tlsOnly?: true;
  readonly acl?: 'public-read' | 'public-read-write';
  readonly versioned?: true;
  readonly kms?: true;
  readonly logsTo?: string;
  readonly website?: true;
  readonly expires?: true;
  readonly locked?: true;
  readonly notifies?: true;
  readonly tags?: Record<string, string>;
  readonly expect: Readonly<Record<string, Planted['outcome']>>;
}

const PRIVATE = {
  's3-bucket-not-public': 'pass',
  's3-bucket-not-publicly-writable': 'pass',
  's3-bucket-public-access-blocked': 'pass',
  's3-bucket-default-encryption': 'pass',
} as const;
const PUBLIC_READ = {
  ...PRIVATE,
  's3-bucket-not-public': 'fail',
  's3-bucket-public-access-blocked': 'fail',
} as const;

function read(bucket: string, condition?: unknown): unknown {
  const Resource = `arn:aws:s3:::${bucket}/*`;
  return {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource,
    Condition: condition,
  };
}

/** The buckets that logs are delivered to. */
interface PlantedS3 {
  readonly trailBucket: string;
  readonly weakTrailBucket: string;
  readonly logBucket: string;
}

const LOG_BUCKET = 'nwh-access-logs';
const TRAIL_BUCKET = 'nwh-cloudtrail-eu';
const WEAK_TRAIL_BUCKET = 'nwh-legacy-trail';

const BUCKETS: readonly BucketPlan[] = [
  {
    name: 'nwh-freight-documents',
    region: HOME,
    ageInDays: 800,
    tlsOnly: true,
    versioned: true,
    kms: true,
    logsTo: LOG_BUCKET,
    tags: { DataClass: 'confidential', Owner: 'Freight', 'Höhe/質量': '重要 ✓' },
    expect: {
      ...PRIVATE,
      's3-bucket-tls-only': 'pass',
      's3-bucket-versioning': 'pass',
      's3-bucket-kms-encryption': 'pass',
      's3-bucket-acls-disabled': 'pass',
      's3-bucket-policy-no-external-control': 'pass',
      's3-bucket-versioned-lifecycle': 'fail',
    },
  },
  {
    name: 'nwh-public-tariffs',
    region: SECOND,
    ageInDays: 420,
    block: 'off',
    statements: [read('nwh-public-tariffs')],
    tags: { Title: '<script>alert(1)</script>', Formula: '=HYPERLINK("http://a.example","x")' },
    expect: { ...PUBLIC_READ, 's3-bucket-tls-only': 'fail', 's3-bucket-versioning': 'fail' },
  },
  {
    name: 'nwh-partner-dropbox',
    region: SECOND,
    ageInDays: 1300,
    block: 'off',
    acl: 'public-read-write',
    tags: { Note: 'ask \u202Egpj.exe\u202C before deleting' },
    expect: {
      ...PUBLIC_READ,
      's3-bucket-not-publicly-writable': 'fail',
      's3-bucket-acls-disabled': 'fail',
    },
  },
  {
    // Block* stop new grants only: the old one is in force.
    name: 'nwh-carrier-photos',
    region: SECOND,
    ageInDays: 1500,
    block: 'block-only',
    acl: 'public-read',
    expect: PUBLIC_READ,
  },
  {
    name: 'www.northwind-harbour.example',
    region: SECOND,
    ageInDays: 1100,
    block: 'off',
    website: true,
    statements: [read('www.northwind-harbour.example')],
    expect: PUBLIC_READ,
  },
  {
    name: 'nwh.archive.2019',
    region: HOME,
    ageInDays: 1700,
    block: 'restrict-only',
    statements: [read('nwh.archive.2019')],
    expect: { 's3-bucket-not-public': 'pass', 's3-bucket-public-access-blocked': 'fail' },
  },
  {
    name: 'nwh-group-exchange',
    region: HOME,
    ageInDays: 350,
    statements: [
      read('nwh-group-exchange', { StringEquals: { 'aws:PrincipalOrgID': 'o-nwh1234567' } }),
    ],
    expect: { ...PRIVATE, 's3-bucket-tls-only': 'fail' },
  },
  {
    name: LOG_BUCKET,
    region: HOME,
    ageInDays: 800,
    statements: [
      {
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: ['s3:PutObject'],
        Resource: `arn:aws:s3:::${LOG_BUCKET}/*`,
      },
    ],
    tlsOnly: true,
    expires: true,
    expect: { ...PRIVATE, 's3-bucket-tls-only': 'pass' },
  },
  {
    name: TRAIL_BUCKET,
    region: HOME,
    ageInDays: 790,
    tlsOnly: true,
    versioned: true,
    locked: true,
    notifies: true,
    logsTo: LOG_BUCKET,
    expect: {
      ...PRIVATE,
      's3-bucket-object-lock': 'pass',
      's3-bucket-event-notifications': 'pass',
      'cloudtrail-bucket-access-logging': 'pass',
      'cloudtrail-bucket-not-public': 'pass',
    },
  },
  {
    name: WEAK_TRAIL_BUCKET,
    region: US,
    ageInDays: 1600,
    expect: { ...PRIVATE, 'cloudtrail-bucket-access-logging': 'fail' },
  },
  {
    name: 'nwh-invoices-eu',
    region: HOME,
    ageInDays: 500,
    tlsOnly: true,
    versioned: true,
    expires: true,
    expect: {
      ...PRIVATE,
      's3-bucket-versioning': 'pass',
      's3-bucket-lifecycle': 'pass',
      's3-bucket-versioned-lifecycle': 'pass',
    },
  },
  {
    name: 'nwh-us-brokerage',
    region: US,
    ageInDays: 260,
    // The broker sends documents, and may give their ACLs away.
    statements: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::210987654321:root' },
        Action: ['s3:PutObject', 's3:PutObjectAcl'],
        Resource: 'arn:aws:s3:::nwh-us-brokerage/*',
      },
    ],
    tags: { Office: 'Savannah', Long: 'x'.repeat(256) },
    expect: {
      ...PRIVATE,
      's3-bucket-versioning': 'fail',
      's3-bucket-kms-encryption': 'fail',
      's3-bucket-lifecycle': 'fail',
      's3-bucket-object-lock': 'fail',
      's3-bucket-event-notifications': 'fail',
      's3-bucket-policy-no-external-control': 'fail',
    },
  },
  { name: 'nwh-milano-hub', region: OPTED_IN, ageInDays: 90, tlsOnly: true, expect: PRIVATE },
];

const BLOCKS = {
  off: { acls: false, policy: false },
  'block-only': { acls: true, policy: true },
  'restrict-only': { acls: false, policy: false },
} as const;

function tlsStatement(bucket: string): unknown {
  const arn = `arn:aws:s3:::${bucket}`;
  return {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/** Grants that public access block flags of today would refuse are older than the flags. */
async function plantAccess(s3: S3Client, plan: BucketPlan): Promise<void> {
  const Bucket = plan.name;
  const statements = [...(plan.statements ?? []), ...(plan.tlsOnly ? [tlsStatement(Bucket)] : [])];
  if (plan.acl) {
    const OwnershipControls = { Rules: [{ ObjectOwnership: 'ObjectWriter' as const }] };
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }));
    await s3.send(new PutBucketAclCommand({ Bucket, ACL: plan.acl }));
  }
  if (statements.length > 0) {
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  }
  if (plan.block) {
    const { acls, policy } = BLOCKS[plan.block];
    const restrict = plan.block === 'restrict-only';
    const PublicAccessBlockConfiguration = {
      BlockPublicAcls: acls,
      BlockPublicPolicy: policy,
      IgnorePublicAcls: restrict,
      RestrictPublicBuckets: restrict,
    };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
  }
}

async function plantSettings(s3: S3Client, plan: BucketPlan, keyArn: string): Promise<void> {
  const Bucket = plan.name;
  if (plan.versioned) {
    const VersioningConfiguration = { Status: 'Enabled' as const };
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  if (plan.kms) {
    const kms = { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: keyArn };
    const Rules = [{ ApplyServerSideEncryptionByDefault: kms, BucketKeyEnabled: true }];
    const ServerSideEncryptionConfiguration = { Rules };
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
  }
  if (plan.website) {
    const WebsiteConfiguration = { IndexDocument: { Suffix: 'index.html' } };
    await s3.send(new PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration }));
  }
  if (plan.expires) {
    const rule = { ID: 'expire', Status: 'Enabled', Filter: { Prefix: '' } } as const;
    const Rules = [{ ...rule, Expiration: { Days: 400 } }];
    const LifecycleConfiguration = { Rules };
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
  }
  if (plan.locked) {
    const Rule = { DefaultRetention: { Mode: 'GOVERNANCE' as const, Days: 400 } };
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled' as const, Rule };
    await s3.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
  }
  if (plan.notifies) {
    const LambdaFunctionArn = `arn:aws:lambda:${plan.region}:${ACCOUNT_ID}:function:nwh-log-watch`;
    const NotificationConfiguration = {
      LambdaFunctionConfigurations: [
        { Id: 'removals', LambdaFunctionArn, Events: ['s3:ObjectRemoved:*' as const] },
      ],
    };
    await s3.send(
      new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }),
    );
  }
  if (plan.tags) {
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: tags(plan.tags) } }));
  }
}

/** Buckets, of which a key encrypts the confidential ones. */
async function plant(site: Site): Promise<PlantedS3> {
  const keyArn = (await kms.planted(site))('nwh-data');
  for (const plan of BUCKETS) {
    const s3 = site.client(S3Client, plan.region, plan.ageInDays);
    const location = plan.region === US ? {} : { LocationConstraint: plan.region };
    const configuration = plan.region === US ? {} : { CreateBucketConfiguration: location };
    const lock = plan.locked ? { ObjectLockEnabledForBucket: true } : {};
    await s3.send(new CreateBucketCommand({ Bucket: plan.name, ...configuration, ...lock }));
    await plantAccess(s3, plan);
    await plantSettings(s3, plan, keyArn);
    for (const [check, outcome] of Object.entries(plan.expect)) {
      site.expect(check, `arn:aws:s3:::${plan.name}`, outcome);
    }
  }
  for (const plan of BUCKETS.filter(({ logsTo }) => logsTo !== undefined)) {
    const LoggingEnabled = { TargetBucket: plan.logsTo, TargetPrefix: `${plan.name}/` };
    const BucketLoggingStatus = { LoggingEnabled };
    await site
      .client(S3Client, plan.region)
      .send(new PutBucketLoggingCommand({ Bucket: plan.name, BucketLoggingStatus }));
  }
  return { trailBucket: TRAIL_BUCKET, weakTrailBucket: WEAK_TRAIL_BUCKET, logBucket: LOG_BUCKET };
}

export default emulate({ service, sdk, Client: S3Client, plant });
