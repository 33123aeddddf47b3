import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { backupVaults, plainRecoveryPoints } from '../../src/collectors/backup/vaults.ts';
import { listOf } from '../../src/text/list-of.ts';

export default defineCheck({
  id: 'backup-recovery-point-encrypted',
  title: 'Every recovery point of the vault is encrypted',
  severity: 'medium',
  responsibility: 'backup.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'Backup.1': equal } },
  why: 'A backup holds all that its source holds; in plain text it gives that to whoever gets at the storage or is handed a copy.',
  fix: 'Encrypt the source: recovery points of volumes and databases are encrypted where their source is. Or copy them into a vault with a key, and delete those in plain text.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  remedy: {
    console:
      'AWS Backup, Vaults, the vault, the recovery point, Actions, Copy, to a vault with an encryption key; then Delete.',
    cli: `aws backup start-copy-job --recovery-point-arn ARN --source-backup-vault-name VAULT \\
  --destination-backup-vault-arn VAULT_WITH_KEY --iam-role-arn ROLE
aws backup delete-recovery-point --backup-vault-name VAULT --recovery-point-arn ARN # for good: see first that the copy is there`,
  },

  evaluates: backupVaults,
  needs: { plainRecoveryPoints },

  evaluate(vault, { read, plainRecoveryPoints: plain }) {
    const sources = read(plain.of(vault));
    if (sources.length === 0) return pass('no recovery point in plain text is in the vault');
    return fail(`recovery points in plain text are of ${listOf(sources)}`);
  },
});
