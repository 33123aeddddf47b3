import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'logging-and-monitoring': {
    parts: [
      { part: 'logs of web ACLs, and whether they hold rules', checks: ['wafv2-web-acl-logging'] },
    ],
    unread: ['AWS WAF Classic', 'AWS Shield Advanced', 'metrics and alarms'],
  },
} satisfies ServiceReading;
