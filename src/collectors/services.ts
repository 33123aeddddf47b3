/**
 * The services that collectors read, and how the SDK reaches each. A client's package is imported when its first call
 * is due, so a scan of one service loads no other.
 */
import { defineService } from '../aws/operation.ts';

export const accessAnalyzer = defineService(
  'access-analyzer',
  () => import('@aws-sdk/client-accessanalyzer'),
  (sdk, config) => new sdk.AccessAnalyzerClient(config),
);

export const account = defineService(
  'account',
  () => import('@aws-sdk/client-account'),
  (sdk, config) => new sdk.AccountClient(config),
);

export const backup = defineService(
  'backup',
  () => import('@aws-sdk/client-backup'),
  (sdk, config) => new sdk.BackupClient(config),
);

export const cloudtrail = defineService(
  'cloudtrail',
  () => import('@aws-sdk/client-cloudtrail'),
  (sdk, config) => new sdk.CloudTrailClient(config),
);

export const config = defineService(
  'config',
  () => import('@aws-sdk/client-config-service'),
  (sdk, clientConfig) => new sdk.ConfigServiceClient(clientConfig),
);

export const ec2 = defineService(
  'ec2',
  () => import('@aws-sdk/client-ec2'),
  (sdk, config) => new sdk.EC2Client(config),
);

export const iam = defineService(
  'iam',
  () => import('@aws-sdk/client-iam'),
  (sdk, config) => new sdk.IAMClient(config),
);

export const kms = defineService(
  'kms',
  () => import('@aws-sdk/client-kms'),
  (sdk, config) => new sdk.KMSClient(config),
);

export const organizations = defineService(
  'organizations',
  () => import('@aws-sdk/client-organizations'),
  (sdk, config) => new sdk.OrganizationsClient(config),
);

export const rds = defineService(
  'rds',
  () => import('@aws-sdk/client-rds'),
  (sdk, config) => new sdk.RDSClient(config),
);

/** Path style: a bucket whose name has a dot has no valid TLS host name, and emulators have no bucket hosts. */
export const s3 = defineService(
  's3',
  () => import('@aws-sdk/client-s3'),
  (sdk, config) =>
    new sdk.S3Client({ ...config, forcePathStyle: true, followRegionRedirects: false }),
);

/** S3 Control puts the account id before the host name, which a custom endpoint cannot serve. */
export const s3control = defineService(
  's3control',
  () => import('@aws-sdk/client-s3-control'),
  (sdk, config) => {
    const endpoint = process.env['AWS_ENDPOINT_URL_S3_CONTROL'] ?? process.env['AWS_ENDPOINT_URL'];
    if (!endpoint) return new sdk.S3ControlClient(config);
    const url = new URL(endpoint);
    return new sdk.S3ControlClient({ ...config, endpointProvider: () => ({ url }) });
  },
);

export const sso = defineService(
  'sso',
  () => import('@aws-sdk/client-sso-admin'),
  (sdk, config) => new sdk.SSOAdminClient(config),
);

export const sts = defineService(
  'sts',
  () => import('@aws-sdk/client-sts'),
  (sdk, config) => new sdk.STSClient(config),
);
