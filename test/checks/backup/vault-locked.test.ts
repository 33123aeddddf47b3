import check from '../../../checks/backup/vault-locked.ts';
import { backupVault } from '../../support/backup.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    {
      name: 'the lock has no date: governance mode',
      resource: backupVault({ isLocked: known(true) }),
      reasons: ['governance'],
    },
    {
      name: 'the date of the lock is over: compliance mode',
      resource: backupVault({ isLocked: known(true), lockDate: known(daysAgo(5)) }),
      reasons: ['compliance mode'],
    },
    {
      name: 'the date of the lock is to come: it can still be changed',
      resource: backupVault({ isLocked: known(true), lockDate: known(daysAgo(-2)) }),
      reasons: ['can be changed until 2026-11-24'],
    },
    {
      name: 'it is locked, and its kind is not known',
      resource: backupVault({ isLocked: known(true), kind: unreadable('failed') }),
    },
    {
      name: 'a logically air-gapped vault is locked from the beginning',
      resource: backupVault({ kind: known('LOGICALLY_AIR_GAPPED_BACKUP_VAULT') }),
    },
  ],
  fail: [
    { name: 'it is not locked', resource: backupVault(), severity: 'medium', latent: false },
    {
      name: 'it is not locked and holds nothing',
      resource: backupVault({ recoveryPoints: known(0) }),
      severity: 'low',
      latent: true,
    },
  ],
  unknown: [
    {
      name: 'whether it is locked is not told',
      resource: backupVault({ isLocked: unreadable('failed') }),
    },
    {
      name: 'it is not locked, and its kind is not known',
      resource: backupVault({ kind: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    {
      name: 'it only shows a vault of another account',
      resource: backupVault({ kind: known('RESTORE_ACCESS_BACKUP_VAULT') }),
    },
  ],
});
