import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'server-side-encryption-at-rest': {
    parts: [{ part: 'whose key encrypts tables', checks: ['dynamodb-table-customer-key'] }],
    unread: ['the policies of keys'],
  },
  'backup-and-recovery': {
    parts: [
      { part: 'point-in-time recovery', checks: ['dynamodb-table-pitr'] },
      { part: 'protection from deletion', checks: ['dynamodb-table-deletion-protection'] },
    ],
    unread: ['backups on demand and by AWS Backup'],
  },
} satisfies ServiceReading;
