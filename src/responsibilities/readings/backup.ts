import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of recovery points', checks: ['backup-recovery-point-encrypted'] }],
    unread: ['the keys of vaults and their policies'],
  },
  'backup-and-recovery': {
    parts: [
      { part: 'whether plans have resources assigned', checks: ['backup-plan-exists'] },
      {
        part: 'the age of the latest recovery points',
        checks: ['backup-resources-recently-protected'],
      },
      { part: 'Vault Lock', checks: ['backup-vault-locked'] },
      { part: 'restores and tests of restores', checks: ['backup-restore-tested'] },
    ],
    unread: ['what the selections of plans leave out', 'copies to other Regions and accounts'],
  },
} satisfies ServiceReading;
