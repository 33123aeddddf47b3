import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'logging-and-monitoring': {
    parts: [{ part: 'logs of DNS queries', checks: ['route53-zone-query-logging'] }],
    unread: ['queries of VPCs', 'who reads the logs'],
  },
} satisfies ServiceReading;
