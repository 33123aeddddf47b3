import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [{ part: 'what access points impose', checks: ['efs-access-point-identity'] }],
    unread: ['policies of file systems', 'clients that come in by no access point'],
  },
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of file systems', checks: ['efs-file-system-encrypted'] }],
    unread: ['key policies'],
  },
  'backup-and-recovery': {
    parts: [
      {
        part: 'automatic backups and recovery points',
        checks: ['efs-file-system-automatic-backup', 'efs-file-system-backup'],
      },
    ],
    unread: ['replication', 'tests of restores'],
  },
} satisfies ServiceReading;
