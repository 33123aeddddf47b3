import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'logging-and-monitoring': {
    parts: [{ part: 'logs of executions', checks: ['stepfunctions-machine-logging'] }],
    unread: ['alarms on failed executions', 'who reads the logs'],
  },
} satisfies ServiceReading;
