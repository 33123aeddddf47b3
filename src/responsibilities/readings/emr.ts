import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'network-configuration': {
    parts: [{ part: 'block public access', checks: ['emr-block-public-access'] }],
    unread: ['subnets and security groups of clusters'],
  },
} satisfies ServiceReading;
