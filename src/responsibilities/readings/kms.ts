import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [{ part: 'key policies that let everyone in', checks: ['kms-key-not-public'] }],
    unread: ['grants', 'rights of single accounts and users in key policies'],
  },
  'server-side-encryption-at-rest': {
    parts: [
      { part: 'rotation', checks: ['kms-key-rotation'] },
      { part: 'keys that wait for deletion', checks: ['kms-key-not-pending-deletion'] },
    ],
    unread: ['use of keys'],
  },
} satisfies ServiceReading;
