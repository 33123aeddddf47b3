import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { any } from '../../src/observe/logic.ts';
import { backupVaults } from '../../src/collectors/backup/vaults.ts';
import { minuteOf } from '../../src/text/ages.ts';

export default defineCheck({
  id: 'backup-vault-locked',
  title: 'Vault Lock protects the recovery points of the vault',
  severity: 'medium',
  responsibility: 'backup.backup-and-recovery',
  controls: {
    'nist-800-53-r5': servesNist('a lock is one part of protecting backups', 'CP-9', 'AU-9'),
  },
  why: 'Who takes over an account deletes its backups first; a lock keeps them until their time is over.',
  fix: 'Lock the vault with the shortest and longest retention that you need. With ChangeableForDays nobody can take the lock off after these days, AWS included.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  remedy: {
    console: 'AWS Backup, Vaults, the vault, Vault lock, Edit, Governance or Compliance mode.',
    cli: `# governance mode: who has backup:DeleteBackupVaultLockConfiguration can take it off. Jobs with another retention fail
aws backup put-backup-vault-lock-configuration --backup-vault-name VAULT \\
  --min-retention-days 7 --max-retention-days 365
# compliance mode: after 14 days it cannot be taken off or eased by anybody: --changeable-for-days 14`,
    terraform: `resource "aws_backup_vault_lock_configuration" "this" {
  backup_vault_name  = aws_backup_vault.this.name
  min_retention_days = 7
  max_retention_days = 365
  # changeable_for_days makes the lock final after that time
}`,
  },

  evaluates: backupVaults,

  evaluate(vault, { read, now }) {
    const kind = () => read(vault.kind);
    if (ifKnown(kind) === 'RESTORE_ACCESS_BACKUP_VAULT') {
      return notApplicable('it only gives access to a vault of another account');
    }
    const isLocked = any(
      () => read(vault.isLocked),
      () => kind() === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    );
    if (isLocked)
      return pass(
        'Vault Lock is on',
        ...modeOf(
          ifKnown(() => read(vault.lockDate)),
          now,
        ),
      );
    const verdict = fail('Vault Lock is off');
    if (ifKnown(() => read(vault.recoveryPoints)) !== 0) return verdict;
    const reasons = [...verdict.reasons, 'the vault holds no recovery point now'];
    return {
      ...verdict,
      reasons,
      severity: { is: 'low', because: 'the vault holds no recovery point' },
      latent: true,
    };
  },
});

/** What the date of a lock says of who can take it off. */
function modeOf(date: Date | null | undefined, now: Date): readonly string[] {
  if (date === undefined) return [];
  if (date === null) return ['in governance mode: whoever has the right can take it off'];
  return date.getTime() <= now.getTime()
    ? ['in compliance mode: nobody can take it off']
    : [`it can be changed until ${minuteOf(date)}, and never after`];
}
