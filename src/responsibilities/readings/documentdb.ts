import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of clusters', checks: ['documentdb-cluster-encrypted'] }],
    unread: ['key policies', 'encryption of snapshots'],
  },
  'data-and-data-location': {
    parts: [
      { part: 'snapshots shared with everyone', checks: ['documentdb-snapshot-not-public'] },
      { part: 'protection from deletion', checks: ['documentdb-cluster-deletion-protection'] },
    ],
    unread: ['snapshots shared with single accounts', 'Regions'],
  },
  'backup-and-recovery': {
    parts: [
      { part: 'retention of automated backups', checks: ['documentdb-cluster-backup-retention'] },
    ],
    unread: ['copies to other Regions and accounts', 'snapshots made by hand'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'the export of audit logs', checks: ['documentdb-cluster-audit-logs'] }],
    unread: ['whether auditing is on in the parameter group', 'how long logs are kept'],
  },
} satisfies ServiceReading;
