import type { Remedy } from '../judge/check.ts';

/** How a file system comes to be backed up each day. */
export const fileSystemBackup: Remedy = {
  console: 'EFS, File systems, the file system, General, Edit, Automatic backups.',
  cli: 'aws efs put-backup-policy --file-system-id FILE_SYSTEM --backup-policy Status=ENABLED',
  terraform: `resource "aws_efs_backup_policy" "this" {
  file_system_id = aws_efs_file_system.this.id
  backup_policy {
    status = "ENABLED"
  }
}`,
};
