import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'network-configuration': {
    parts: [{ part: 'public endpoints of clusters', checks: ['redshift-cluster-not-public'] }],
    unread: ['security groups and routes of clusters', 'Redshift Serverless'],
  },
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of clusters', checks: ['redshift-cluster-encrypted'] }],
    unread: ['key policies', 'Redshift Serverless'],
  },
} satisfies ServiceReading;
