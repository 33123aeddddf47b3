/** Things of AWS Backup as collectors give them, for tests of checks. */
import type { ProtectedResource } from '../../src/collectors/backup/protected-resources.ts';
import type { BackupVault } from '../../src/collectors/backup/vaults.ts';
import { daysAgo } from './check-tester.ts';
import { known } from './observe.ts';

/** A volume that was backed up yesterday, but for the given fields. */
export function protectedResource(fields: Partial<ProtectedResource> = {}): ProtectedResource {
  return {
    arn: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1',
    type: 'AWS::EC2::Volume',
    name: 'volume/vol-1',
    region: 'eu-west-1',
    kind: known('EBS'),
    lastBackup: daysAgo(1),
    ...fields,
  };
}

/** A vault with recovery points and without a lock, but for the given fields. */
export function backupVault(fields: Partial<BackupVault> = {}): BackupVault {
  return {
    arn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:Default',
    type: 'AWS::Backup::BackupVault',
    name: 'Default',
    region: 'eu-west-1',
    kind: known('BACKUP_VAULT'),
    isLocked: known(false),
    lockDate: known(null),
    recoveryPoints: known(3),
    ...fields,
  };
}
