import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'service-software-and-engine-patching': {
    parts: [{ part: 'managed updates of platforms', checks: ['elasticbeanstalk-managed-updates'] }],
    unread: ['the platform versions in use', 'the level of the updates'],
  },
  'logging-and-monitoring': {
    parts: [
      { part: 'health reporting', checks: ['elasticbeanstalk-enhanced-health'] },
      { part: 'the streaming of instance logs', checks: ['elasticbeanstalk-logs-streamed'] },
    ],
    unread: ['how long logs are kept', 'alarms on the health of environments'],
  },
} satisfies ServiceReading;
