import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'logging-and-monitoring': {
    parts: [
      { part: 'whether GuardDuty is on in each Region', checks: ['guardduty-enabled'] },
      {
        part: 'protection plans',
        checks: [
          'guardduty-eks-audit-protection',
          'guardduty-lambda-protection',
          'guardduty-malware-protection',
          'guardduty-rds-protection',
          'guardduty-runtime-protection',
          'guardduty-s3-protection',
        ],
      },
    ],
    unread: [
      'findings, and whether somebody answers them',
      'suppression rules and lists of trusted addresses',
      'Malware Protection for S3 and for backups',
    ],
  },
} satisfies ServiceReading;
