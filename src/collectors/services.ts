/**
 * The services that collectors read, and how the SDK reaches each. A client's package is imported when its first call
 * is due, so a scan of one service loads no other. The types are written out: inferred, they would repeat each SDK
 * package in our declarations, which takes the compiler minutes.
 */
import type * as AccessAnalyzerSdk from '@aws-sdk/client-accessanalyzer';
import type * as AccountSdk from '@aws-sdk/client-account';
import type * as BackupSdk from '@aws-sdk/client-backup';
import type * as CloudTrailSdk from '@aws-sdk/client-cloudtrail';
import type * as ConfigServiceSdk from '@aws-sdk/client-config-service';
import type * as EC2Sdk from '@aws-sdk/client-ec2';
import type * as IAMSdk from '@aws-sdk/client-iam';
import type * as KMSSdk from '@aws-sdk/client-kms';
import type * as OrganizationsSdk from '@aws-sdk/client-organizations';
import type * as RDSSdk from '@aws-sdk/client-rds';
import type * as S3Sdk from '@aws-sdk/client-s3';
import type * as S3ControlSdk from '@aws-sdk/client-s3-control';
import type * as SSOAdminSdk from '@aws-sdk/client-sso-admin';
import type * as STSSdk from '@aws-sdk/client-sts';
import { defineService, type Service } from '../aws/operation.ts';

export const accessAnalyzer: Service<
  typeof AccessAnalyzerSdk,
  AccessAnalyzerSdk.ServiceInputTypes,
  AccessAnalyzerSdk.ServiceOutputTypes,
  AccessAnalyzerSdk.AccessAnalyzerClientResolvedConfig
> = defineService(
  'access-analyzer',
  () => import('@aws-sdk/client-accessanalyzer'),
  (sdk, config) => new sdk.AccessAnalyzerClient(config),
);

export const account: Service<
  typeof AccountSdk,
  AccountSdk.ServiceInputTypes,
  AccountSdk.ServiceOutputTypes,
  AccountSdk.AccountClientResolvedConfig
> = defineService(
  'account',
  () => import('@aws-sdk/client-account'),
  (sdk, config) => new sdk.AccountClient(config),
);

export const backup: Service<
  typeof BackupSdk,
  BackupSdk.ServiceInputTypes,
  BackupSdk.ServiceOutputTypes,
  BackupSdk.BackupClientResolvedConfig
> = defineService(
  'backup',
  () => import('@aws-sdk/client-backup'),
  (sdk, config) => new sdk.BackupClient(config),
);

export const cloudtrail: Service<
  typeof CloudTrailSdk,
  CloudTrailSdk.ServiceInputTypes,
  CloudTrailSdk.ServiceOutputTypes,
  CloudTrailSdk.CloudTrailClientResolvedConfig
> = defineService(
  'cloudtrail',
  () => import('@aws-sdk/client-cloudtrail'),
  (sdk, config) => new sdk.CloudTrailClient(config),
);

export const config: Service<
  typeof ConfigServiceSdk,
  ConfigServiceSdk.ServiceInputTypes,
  ConfigServiceSdk.ServiceOutputTypes,
  ConfigServiceSdk.ConfigServiceClientResolvedConfig
> = defineService(
  'config',
  () => import('@aws-sdk/client-config-service'),
  (sdk, config) => new sdk.ConfigServiceClient(config),
);

export const ec2: Service<
  typeof EC2Sdk,
  EC2Sdk.ServiceInputTypes,
  EC2Sdk.ServiceOutputTypes,
  EC2Sdk.EC2ClientResolvedConfig
> = defineService(
  'ec2',
  () => import('@aws-sdk/client-ec2'),
  (sdk, config) => new sdk.EC2Client(config),
);

export const iam: Service<
  typeof IAMSdk,
  IAMSdk.ServiceInputTypes,
  IAMSdk.ServiceOutputTypes,
  IAMSdk.IAMClientResolvedConfig
> = defineService(
  'iam',
  () => import('@aws-sdk/client-iam'),
  (sdk, config) => new sdk.IAMClient(config),
);

export const kms: Service<
  typeof KMSSdk,
  KMSSdk.ServiceInputTypes,
  KMSSdk.ServiceOutputTypes,
  KMSSdk.KMSClientResolvedConfig
> = defineService(
  'kms',
  () => import('@aws-sdk/client-kms'),
  (sdk, config) => new sdk.KMSClient(config),
);

export const organizations: Service<
  typeof OrganizationsSdk,
  OrganizationsSdk.ServiceInputTypes,
  OrganizationsSdk.ServiceOutputTypes,
  OrganizationsSdk.OrganizationsClientResolvedConfig
> = defineService(
  'organizations',
  () => import('@aws-sdk/client-organizations'),
  (sdk, config) => new sdk.OrganizationsClient(config),
);

export const rds: Service<
  typeof RDSSdk,
  RDSSdk.ServiceInputTypes,
  RDSSdk.ServiceOutputTypes,
  RDSSdk.RDSClientResolvedConfig
> = defineService(
  'rds',
  () => import('@aws-sdk/client-rds'),
  (sdk, config) => new sdk.RDSClient(config),
);

/** Path style: a bucket whose name has a dot has no valid TLS host name, and emulators have no bucket hosts. */
export const s3: Service<
  typeof S3Sdk,
  S3Sdk.ServiceInputTypes,
  S3Sdk.ServiceOutputTypes,
  S3Sdk.S3ClientResolvedConfig
> = defineService(
  's3',
  () => import('@aws-sdk/client-s3'),
  (sdk, config) =>
    new sdk.S3Client({ ...config, forcePathStyle: true, followRegionRedirects: false }),
);

/** S3 Control puts the account id before the host name, which a custom endpoint cannot serve. */
export const s3control: Service<
  typeof S3ControlSdk,
  S3ControlSdk.ServiceInputTypes,
  S3ControlSdk.ServiceOutputTypes,
  S3ControlSdk.S3ControlClientResolvedConfig
> = defineService(
  's3control',
  () => import('@aws-sdk/client-s3-control'),
  (sdk, config) => {
    const endpoint = process.env['AWS_ENDPOINT_URL_S3_CONTROL'] ?? process.env['AWS_ENDPOINT_URL'];
    if (!endpoint) return new sdk.S3ControlClient(config);
    const url = new URL(endpoint);
    return new sdk.S3ControlClient({ ...config, endpointProvider: () => ({ url }) });
  },
);

export const sso: Service<
  typeof SSOAdminSdk,
  SSOAdminSdk.ServiceInputTypes,
  SSOAdminSdk.ServiceOutputTypes,
  SSOAdminSdk.SSOAdminClientResolvedConfig
> = defineService(
  'sso',
  () => import('@aws-sdk/client-sso-admin'),
  (sdk, config) => new sdk.SSOAdminClient(config),
);

export const sts: Service<
  typeof STSSdk,
  STSSdk.ServiceInputTypes,
  STSSdk.ServiceOutputTypes,
  STSSdk.STSClientResolvedConfig
> = defineService(
  'sts',
  () => import('@aws-sdk/client-sts'),
  (sdk, config) => new sdk.STSClient(config),
);
