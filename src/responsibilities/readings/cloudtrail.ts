import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [
      { part: 'public access to the bucket of a trail', checks: ['cloudtrail-bucket-not-public'] },
    ],
    unread: ['who may change trails', 'who may read or delete what was delivered'],
  },
  'server-side-encryption-at-rest': {
    parts: [{ part: 'the KMS key of trails', checks: ['cloudtrail-kms-encryption'] }],
    unread: [],
  },
  'logging-and-monitoring': {
    parts: [
      { part: 'trails over all Regions', checks: ['cloudtrail-multi-region-enabled'] },
      { part: 'validation of log files', checks: ['cloudtrail-log-file-validation'] },
      {
        part: 'data events of S3',
        checks: ['cloudtrail-s3-read-events', 'cloudtrail-s3-write-events'],
      },
      { part: 'delivery to CloudWatch Logs', checks: ['cloudtrail-cloudwatch-logs'] },
      {
        part: 'access logs of the bucket of a trail',
        checks: ['cloudtrail-bucket-access-logging'],
      },
    ],
    unread: ['data events of services other than S3'],
  },
} satisfies ServiceReading;
