import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { automaticBackups, fileSystems } from '../../src/collectors/efs/file-systems.ts';
import { fileSystemBackup } from '../../src/remedies/file-system-backup.ts';

export default defineCheck({
  id: 'efs-file-system-automatic-backup',
  title: 'Automatic backups of the file system are on',
  severity: 'medium',
  responsibility: 'efs.backup-and-recovery',
  controls: { 'aws-fsbp': { 'EFS.7': equal } },
  why: 'Automatic backups come with the file system each day, whatever plans somebody changes elsewhere.',
  fix: 'Turn on automatic backups. Where a plan of your own is meant to do it, turn off this check and keep efs-file-system-backup.',
  link: 'https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html',
  remedy: fileSystemBackup,

  evaluates: fileSystems,
  needs: { automaticBackups },

  evaluate: (fileSystem, { read, automaticBackups: automatic }) =>
    read(automatic.of(fileSystem))
      ? pass('automatic backups are on')
      : fail('automatic backups are off'),
});
