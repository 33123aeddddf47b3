import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of streams', checks: ['kinesis-stream-encrypted'] }],
    unread: ['key policies'],
  },
} satisfies ServiceReading;
