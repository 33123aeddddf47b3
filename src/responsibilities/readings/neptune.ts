import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of clusters', checks: ['neptune-cluster-encrypted'] }],
    unread: ['key policies', 'encryption of snapshots'],
  },
  'identity-and-access': {
    parts: [
      {
        part: 'whether requests are signed with IAM credentials',
        checks: ['neptune-iam-authentication'],
      },
    ],
    unread: ['what policies allow in the graph'],
  },
  'data-and-data-location': {
    parts: [
      { part: 'snapshots shared with everyone', checks: ['neptune-snapshot-not-public'] },
      { part: 'protection from deletion', checks: ['neptune-cluster-deletion-protection'] },
    ],
    unread: ['snapshots shared with single accounts', 'Regions'],
  },
  'backup-and-recovery': {
    parts: [
      { part: 'retention of automated backups', checks: ['neptune-cluster-backup-retention'] },
    ],
    unread: ['copies to other Regions and accounts', 'snapshots made by hand'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'the export of audit logs', checks: ['neptune-cluster-audit-logs'] }],
    unread: ['whether auditing is on in the parameter group', 'how long logs are kept'],
  },
} satisfies ServiceReading;
