import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'logging-and-monitoring': {
    parts: [{ part: 'recorders and what they record', checks: ['config-recorder-enabled'] }],
    unread: ['rules and their results', 'aggregation'],
  },
} satisfies ServiceReading;
