import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'backup-and-recovery': {
    parts: [{ part: 'templates with versions', checks: ['autoscaling-group-launch-template'] }],
    unread: ['version control of templates'],
  },
  'availability-and-resilience': {
    parts: [
      { part: 'zones of groups', checks: ['autoscaling-group-multiple-zones'] },
      { part: 'instance types', checks: ['autoscaling-group-multiple-instance-types'] },
      { part: 'health checks', checks: ['autoscaling-group-load-balancer-health-checks'] },
    ],
    unread: ['scaling policies', 'least and greatest sizes'],
  },
} satisfies ServiceReading;
