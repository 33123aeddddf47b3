import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of streams', checks: ['kinesis-stream-encrypted'] }],
    unread: ['key policies'],
  },
  'backup-and-recovery': {
    parts: [{ part: 'retention of records', checks: ['kinesis-stream-retention'] }],
    unread: ['copies of records in another store'],
  },
} satisfies ServiceReading;
