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
      {
        part: 'Block Public Access of access points',
        checks: [
          's3-access-point-public-access-blocked',
          's3-multi-region-access-point-public-access-blocked',
        ],
      },
      { part: 'ACLs of buckets', checks: ['s3-bucket-acls-disabled'] },
      {
        part: 'other accounts that control a bucket by its policy',
        checks: ['s3-bucket-policy-no-external-control'],
      },
    ],
    unread: [
      'policies of access points',
      'other accounts that may read or write objects',
      'ACLs of single objects',
    ],
  },
  'server-side-encryption-at-rest': {
    parts: [
      {
        part: 'default encryption of buckets',
        checks: ['s3-bucket-default-encryption', 's3-bucket-kms-encryption'],
      },
    ],
    unread: ['whose key it is, and its policy', 'objects from before 2023'],
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
    parts: [
      { part: 'whether Macie looks for sensitive data', checks: ['macie-enabled'] },

      { part: 'Regions of buckets', checks: ['s3-bucket-in-approved-region'] },
      {
        part: 'whether lifecycle rules are at work',
        checks: ['s3-bucket-lifecycle', 's3-bucket-versioned-lifecycle'],
      },
    ],
    unread: ['what lifecycle rules delete, and when', 'replication to other places'],
  },
  'backup-and-recovery': {
    parts: [
      { part: 'versioning', checks: ['s3-bucket-versioning'] },
      { part: 'MFA delete', checks: ['s3-bucket-mfa-delete'] },
      { part: 'Object Lock', checks: ['s3-bucket-object-lock'] },
    ],
    unread: ['replication', 'how long Object Lock keeps versions', 'AWS Backup'],
  },
  'logging-and-monitoring': {
    parts: [
      { part: 'server access logging', checks: ['s3-bucket-access-logging'] },
      { part: 'event notifications', checks: ['s3-bucket-event-notifications'] },
    ],
    unread: ['data events of CloudTrail for each bucket'],
  },
} satisfies ServiceReading;
