import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'backup-and-recovery': {
    parts: [{ part: 'point-in-time recovery', checks: ['dynamodb-table-pitr'] }],
    unread: ['backups on demand and by AWS Backup'],
  },
} satisfies ServiceReading;
