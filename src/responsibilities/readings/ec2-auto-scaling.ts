import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'backup-and-recovery': {
    parts: [{ part: 'templates with versions', checks: ['autoscaling-group-launch-template'] }],
    unread: ['version control of templates'],
  },
} satisfies ServiceReading;
