import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'server-side-encryption-at-rest': {
    parts: [
      { part: 'encryption of new volumes by default', checks: ['ebs-default-encryption'] },
      { part: 'encryption of volumes', checks: ['ebs-volume-encrypted'] },
    ],
    unread: ['encryption of snapshots', 'key policies'],
  },
  'data-and-data-location': {
    parts: [
      { part: 'snapshots shared with everyone', checks: ['ebs-snapshot-not-public'] },
      {
        part: 'whether Regions let snapshots be shared with everyone',
        checks: ['ebs-snapshot-block-public-access'],
      },
    ],
    unread: ['snapshots shared with single accounts', 'Regions', 'retention'],
  },
  'backup-and-recovery': {
    parts: [{ part: 'recovery points of AWS Backup', checks: ['ebs-volume-backup-covered'] }],
    unread: [
      'snapshots by Data Lifecycle Manager or by hand',
      'copies to other Regions and accounts',
      'expiry of snapshots',
    ],
  },
} satisfies ServiceReading;
