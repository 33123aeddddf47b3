/**
 * What of each line checks read: the parts that the customer's duty names, with the checks that read each, and what of
 * it no check reads, in words. A line is `assessed` only where nothing is left unread and nothing must be asked. Every
 * check stands in the line that it assesses; test/laws/reading.test.ts holds that.
 */
import type { LayerId } from './layers.ts';
import type { ServiceId } from './services.ts';

export interface Part {
  /** In words that follow "read is". */
  readonly part: string;
  readonly checks: readonly string[];
}

export interface Reading {
  readonly parts: readonly Part[];
  /** What an API could show and no check reads. */
  readonly unread: readonly string[];
}

type LineId = `${ServiceId}.${LayerId}`;

const readings: Readonly<Partial<Record<LineId, Reading>>> = {
  'ec2.network-configuration': {
    parts: [
      {
        part: 'what security groups and network ACLs open to the Internet',
        checks: [
          'ec2-nacl-no-admin-ports-open',
          'ec2-sg-no-admin-ports-open-ipv4',
          'ec2-sg-no-admin-ports-open-ipv6',
          'ec2-sg-no-all-traffic-open',
          'ec2-sg-no-cifs-open',
          'ec2-sg-no-database-ports-open',
        ],
      },
      { part: 'the default security groups', checks: ['ec2-sg-default-closed'] },
    ],
    unread: [
      'other ports than those the checks name',
      'public addresses of instances',
      'what groups open to other networks than the Internet',
    ],
  },
  'ec2.identity-and-access': {
    parts: [{ part: 'whether instances carry a role', checks: ['iam-instance-role-attached'] }],
    unread: ['what the roles of instances may do', 'who may use the EC2 API'],
  },
  'ec2.os-configuration-and-host-firewall': {
    parts: [{ part: 'how instances answer metadata requests', checks: ['ec2-instance-imdsv2'] }],
    unread: [],
  },
  'ec2.application-code': {
    parts: [{ part: 'secrets in user data', checks: ['ec2-instance-user-data-no-secrets'] }],
    unread: [],
  },
  'ebs.server-side-encryption-at-rest': {
    parts: [
      { part: 'encryption of new volumes by default', checks: ['ebs-default-encryption'] },
      { part: 'encryption of volumes', checks: ['ebs-volume-encrypted'] },
    ],
    unread: ['encryption of snapshots', 'key policies'],
  },
  'ebs.data-and-data-location': {
    parts: [{ part: 'snapshots shared with everyone', checks: ['ebs-snapshot-not-public'] }],
    unread: ['snapshots shared with single accounts', 'Regions', 'retention'],
  },
  'ebs.backup-and-recovery': {
    parts: [{ part: 'recovery points of AWS Backup', checks: ['ebs-volume-backup-covered'] }],
    unread: [
      'snapshots by Data Lifecycle Manager or by hand',
      'copies to other Regions and accounts',
      'expiry of snapshots',
    ],
  },
  'vpc.network-configuration': {
    parts: [
      { part: 'VPC endpoints', checks: ['vpc-endpoints-in-use'] },
      { part: 'routes of peerings', checks: ['vpc-peering-routes-least-access'] },
    ],
    unread: [
      'subnets and gateways',
      'security groups and network ACLs, which stand under EC2',
      'endpoint policies',
    ],
  },
  'vpc.logging-and-monitoring': {
    parts: [{ part: 'flow logs', checks: ['vpc-flow-logs-enabled'] }],
    unread: ['how long flow logs are kept'],
  },
  'rds.service-software-and-engine-patching': {
    parts: [
      {
        part: 'automatic minor upgrades',
        checks: ['rds-instance-auto-minor-upgrade', 'rds-cluster-auto-minor-upgrade'],
      },
    ],
    unread: ['pending maintenance and its window', 'major versions and their end of support'],
  },
  'rds.network-configuration': {
    parts: [
      {
        part: 'public accessibility, with security groups, subnets and routes',
        checks: ['rds-instance-not-public'],
      },
    ],
    unread: ['what security groups open to other networks than the Internet'],
  },
  'rds.server-side-encryption-at-rest': {
    parts: [
      { part: 'encryption of clusters', checks: ['rds-cluster-encrypted'] },
      { part: 'encryption of instances', checks: ['rds-instance-encrypted'] },
    ],
    unread: ['key policies', 'encryption of snapshots'],
  },
  'rds.encryption-in-transit': {
    parts: [{ part: 'whether TLS is required', checks: ['rds-tls-required'] }],
    unread: ['certificate authorities of instances'],
  },
  'rds.data-and-data-location': {
    parts: [{ part: 'snapshots shared with everyone', checks: ['rds-snapshot-not-public'] }],
    unread: ['snapshots shared with single accounts', 'Regions', 'deletion'],
  },
  'rds.backup-and-recovery': {
    parts: [{ part: 'retention of automated backups', checks: ['rds-instance-backup-enabled'] }],
    unread: ['copies to other Regions and accounts', 'snapshots made by hand'],
  },
  'rds.availability-and-resilience': {
    parts: [
      { part: 'zones of clusters', checks: ['rds-cluster-multi-az'] },
      { part: 'Multi-AZ of instances', checks: ['rds-instance-multi-az'] },
    ],
    unread: ['readers in other Regions'],
  },
  's3.identity-and-access': {
    parts: [
      {
        part: 'public access by policies and ACLs',
        checks: ['s3-bucket-not-public', 's3-bucket-not-publicly-writable'],
      },
      {
        part: 'Block Public Access',
        checks: ['s3-account-public-access-blocked', 's3-bucket-public-access-blocked'],
      },
    ],
    unread: ['access points', 'grants to other accounts', 'whether ACLs are off'],
  },
  's3.server-side-encryption-at-rest': {
    parts: [{ part: 'default encryption of buckets', checks: ['s3-bucket-default-encryption'] }],
    unread: ['key policies', 'objects from before 2023'],
  },
  's3.encryption-in-transit': {
    parts: [
      {
        part: 'whether bucket policies refuse requests without TLS, which makes every client use HTTPS',
        checks: ['s3-bucket-tls-only'],
      },
    ],
    unread: [],
  },
  's3.data-and-data-location': {
    parts: [{ part: 'Regions of buckets', checks: ['s3-bucket-in-approved-region'] }],
    unread: ['lifecycle rules and deletion', 'replication to other places'],
  },
  's3.backup-and-recovery': {
    parts: [
      { part: 'versioning', checks: ['s3-bucket-versioning'] },
      { part: 'MFA delete', checks: ['s3-bucket-mfa-delete'] },
    ],
    unread: ['replication', 'Object Lock', 'AWS Backup'],
  },
  's3.logging-and-monitoring': {
    parts: [{ part: 'server access logging', checks: ['s3-bucket-access-logging'] }],
    unread: ['data events of CloudTrail for each bucket'],
  },
  'dynamodb.backup-and-recovery': {
    parts: [{ part: 'point-in-time recovery', checks: ['dynamodb-table-pitr'] }],
    unread: ['backups on demand and by AWS Backup'],
  },
  'iam.identity-and-access': {
    parts: [
      {
        part: 'the root user',
        checks: [
          'iam-root-hardware-mfa',
          'iam-root-mfa',
          'iam-root-no-access-keys',
          'iam-root-not-used-recently',
          'organizations-central-root-access',
        ],
      },
      {
        part: 'passwords, keys and MFA of users',
        checks: [
          'iam-access-key-rotated',
          'iam-password-policy-min-length',
          'iam-password-policy-reuse-prevention',
          'iam-user-console-mfa',
          'iam-user-credentials-used-recently',
          'iam-user-mfa-any-credential',
          'iam-user-no-key-at-creation',
          'iam-user-single-active-key',
          'iam-users-managed-centrally',
        ],
      },
      {
        part: 'full rights, and rights that hang on single users',
        checks: [
          'iam-cloudshell-full-access-restricted',
          'iam-inline-policy-no-full-admin',
          'iam-policy-no-full-admin',
          'iam-user-no-direct-policies',
        ],
      },
      { part: 'trust policies of roles', checks: ['iam-role-trust-not-public'] },
    ],
    unread: [
      'unused roles and rights',
      'combinations of rights that lead to more rights',
      'permission boundaries',
    ],
  },
  'iam.encryption-in-transit': {
    parts: [
      { part: 'expired server certificates', checks: ['iam-server-certificates-not-expired'] },
    ],
    unread: ['whether clients use HTTPS'],
  },
  'iam.logging-and-monitoring': {
    parts: [
      { part: 'analyzers for external access', checks: ['accessanalyzer-external-enabled'] },
      { part: 'a role for cases with AWS Support', checks: ['iam-support-role'] },
    ],
    unread: ['findings of the analyzers', 'alarms on sign-ins'],
  },
  'kms.identity-and-access': {
    parts: [{ part: 'key policies that let everyone in', checks: ['kms-key-not-public'] }],
    unread: ['grants', 'rights of single accounts and users in key policies'],
  },
  'kms.server-side-encryption-at-rest': {
    parts: [{ part: 'rotation', checks: ['kms-key-rotation'] }],
    unread: ['keys that wait for deletion', 'use of keys'],
  },
  'cloudtrail.identity-and-access': {
    parts: [
      { part: 'public access to the bucket of a trail', checks: ['cloudtrail-bucket-not-public'] },
    ],
    unread: ['who may change trails', 'who may read or delete what was delivered'],
  },
  'cloudtrail.server-side-encryption-at-rest': {
    parts: [{ part: 'the KMS key of trails', checks: ['cloudtrail-kms-encryption'] }],
    unread: [],
  },
  'cloudtrail.logging-and-monitoring': {
    parts: [
      { part: 'trails over all Regions', checks: ['cloudtrail-multi-region-enabled'] },
      { part: 'validation of log files', checks: ['cloudtrail-log-file-validation'] },
      {
        part: 'data events of S3',
        checks: ['cloudtrail-s3-read-events', 'cloudtrail-s3-write-events'],
      },
      {
        part: 'access logs of the bucket of a trail',
        checks: ['cloudtrail-bucket-access-logging'],
      },
    ],
    unread: ['delivery to CloudWatch Logs', 'alarms'],
  },
  'config.logging-and-monitoring': {
    parts: [{ part: 'recorders and what they record', checks: ['config-recorder-enabled'] }],
    unread: ['rules and their results', 'aggregation'],
  },
  'account.identity-and-access': {
    parts: [
      { part: 'the primary contact', checks: ['account-contact-details-present'] },
      { part: 'the security contact', checks: ['account-security-contact'] },
    ],
    unread: [
      'billing and operations contacts',
      'service and resource control policies',
      'delegated administrators',
    ],
  },
  'account.data-and-data-location': {
    parts: [{ part: 'which Regions are on', checks: ['account-unapproved-regions-disabled'] }],
    unread: ['accounts that are no longer needed'],
  },
};

/** What checks of RDS judge of Aurora is read of Aurora's line; what only Aurora has is unread there. */
const aurora: Readonly<Partial<Record<LineId, readonly string[]>>> = {
  'aurora.backup-and-recovery': ['retention of backups of clusters'],
};

const none: Reading = { parts: [], unread: [] };

/** What checks read of a line; of a line without checks nothing. */
export function readingOf(service: ServiceId, layer: LayerId): Reading {
  if (service !== 'aurora') return readings[`${service}.${layer}`] ?? none;
  const like = readings[`rds.${layer}`] ?? none;
  return { ...like, unread: [...like.unread, ...(aurora[`aurora.${layer}`] ?? [])] };
}
