import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'logging-and-monitoring': {
    parts: [
      {
        part: 'what is scanned in each Region',
        checks: [
          'inspector-ec2-scanning',
          'inspector-ecr-scanning',
          'inspector-lambda-code-scanning',
          'inspector-lambda-scanning',
        ],
      },
      { part: 'critical findings that stay open', checks: ['inspector-no-critical-findings'] },
    ],
    unread: [
      'instances that Inspector cannot scan',
      'suppression rules',
      'findings below critical',
    ],
  },
} satisfies ServiceReading;
