import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'logging-and-monitoring': {
    parts: [
      {
        part: 'whether Security Hub CSPM is on in each Region, with a standard',
        checks: ['securityhub-enabled'],
      },
    ],
    unread: [
      'controls that are disabled',
      'findings, and whether somebody answers them',
      'whether findings of all Regions are brought together',
    ],
  },
} satisfies ServiceReading;
