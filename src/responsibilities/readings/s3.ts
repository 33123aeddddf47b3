import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
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
  'server-side-encryption-at-rest': {
    parts: [{ part: 'default encryption of buckets', checks: ['s3-bucket-default-encryption'] }],
    unread: ['key policies', 'objects from before 2023'],
  },
  'encryption-in-transit': {
    parts: [
      {
        part: 'whether bucket policies refuse requests without TLS, which makes every client use HTTPS',
        checks: ['s3-bucket-tls-only'],
      },
    ],
    unread: [],
  },
  'data-and-data-location': {
    parts: [{ part: 'Regions of buckets', checks: ['s3-bucket-in-approved-region'] }],
    unread: ['lifecycle rules and deletion', 'replication to other places'],
  },
  'backup-and-recovery': {
    parts: [
      { part: 'versioning', checks: ['s3-bucket-versioning'] },
      { part: 'MFA delete', checks: ['s3-bucket-mfa-delete'] },
    ],
    unread: ['replication', 'Object Lock', 'AWS Backup'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'server access logging', checks: ['s3-bucket-access-logging'] }],
    unread: ['data events of CloudTrail for each bucket'],
  },
} satisfies ServiceReading;
