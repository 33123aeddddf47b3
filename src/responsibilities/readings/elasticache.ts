import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'server-side-encryption-at-rest': {
    parts: [
      {
        part: 'encryption of replication groups',
        checks: ['elasticache-group-encrypted-at-rest'],
      },
    ],
    unread: ['clusters outside of replication groups', 'key policies', 'ElastiCache Serverless'],
  },
  'encryption-in-transit': {
    parts: [
      { part: 'TLS of replication groups', checks: ['elasticache-group-encrypted-in-transit'] },
    ],
    unread: [
      'groups that let clients without TLS in beside those with it',
      'clusters outside of replication groups',
    ],
  },
  'service-software-and-engine-patching': {
    parts: [
      {
        part: 'automatic upgrades of minor versions',
        checks: ['elasticache-cluster-auto-minor-upgrade'],
      },
    ],
    unread: ['the versions in use', 'service updates that wait'],
  },
} satisfies ServiceReading;
