import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'application-code': {
    parts: [
      { part: 'whether images are scanned', checks: ['ecr-repository-scanning'] },
      { part: 'whether tags can be overwritten', checks: ['ecr-repository-immutable-tags'] },
    ],
    unread: ['what scans found', 'signatures of images'],
  },
  'identity-and-access': {
    parts: [
      { part: 'repository policies open to everyone', checks: ['ecr-repository-not-public'] },
    ],
    unread: [
      'other accounts that repository policies let in',
      'the policy of the registry',
      'replication to other accounts',
    ],
  },
  'data-and-data-location': {
    parts: [{ part: 'lifecycle policies', checks: ['ecr-repository-lifecycle'] }],
    unread: ['what the rules of a lifecycle policy expire', 'replication to other Regions'],
  },
} satisfies ServiceReading;
