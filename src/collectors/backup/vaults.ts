/** Backup vaults, with their locks and those of their recovery points that are not encrypted. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { derive, type Observed } from '../../observe/observed.ts';
import { ListBackupVaults, ListRecoveryPointsByBackupVault } from './operations.ts';

export interface BackupVault extends Resource {
  readonly kind: Observed<(typeof kinds)[number]>;
  readonly isLocked: Observed<boolean>;
  /** From when on nobody can change the lock; null where whoever has the right can take it off. */
  readonly lockDate: Observed<Date | null>;
  readonly recoveryPoints: Observed<number>;
}

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupVaultListMember.html */
const kinds = [
  'BACKUP_VAULT',
  'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
  'RESTORE_ACCESS_BACKUP_VAULT',
] as const;

/** The largest page of both operations. */
const perPage = 1000;

export const backupVaults = defineCollector({
  id: 'backup.vaults',
  service: 'backup',
  scope: 'regional',
  calls: [ListBackupVaults],
  gather: (aws) =>
    aws.list(
      ListBackupVaults,
      { MaxResults: perPage },
      'BackupVaultList',
      (vault, members): BackupVault => {
        const { must, field, observe } = members;
        return {
          arn: must(vault, 'BackupVaultArn'),
          type: 'AWS::Backup::BackupVault',
          name: must(vault, 'BackupVaultName'),
          region: aws.region,
          kind: observe(() => oneOf(must(vault, 'VaultType'), kinds, members)),
          isLocked: field(vault, 'Locked'),
          // Only a lock in compliance mode has a date.
          lockDate: observe(() => vault.LockDate ?? null),
          recoveryPoints: field(vault, 'NumberOfRecoveryPoints'),
        };
      },
    ),
});

/** On the way out: nothing of it is left to judge within the hour. */
const leaving: ReadonlySet<string> = new Set(['DELETING']);

/**
 * The ARNs of what the recovery points of a vault that are not encrypted were made of. All pages are read, since the one
 * that is not encrypted may be on the last.
 */
export const plainRecoveryPoints = defineCollector({
  id: 'backup.plain-recovery-points',
  service: 'backup',
  scope: 'regional',
  calls: [ListRecoveryPointsByBackupVault],
  needs: { backupVaults },
  gather: (aws, given) =>
    perResource(given.backupVaults.items, async ({ name: BackupVaultName }) => {
      const found = await aws.list(
        ListRecoveryPointsByBackupVault,
        { BackupVaultName, MaxResults: perPage },
        'RecoveryPoints',
        (point, { must }): string | readonly string[] => {
          if (must(point, 'IsEncrypted') || leaving.has(must(point, 'Status'))) return [];
          return must(point, 'ResourceArn');
        },
      );
      // One that is not encrypted decides, whatever the other pages hold.
      return derive((read) => read.matching(found, () => true));
    }),
});
