import { intersectsWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { any } from '../../src/observe/logic.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import {
  protectedResources,
  protectedResourcesByArn,
} from '../../src/collectors/backup/protected-resources.ts';
import { automaticBackups, fileSystems } from '../../src/collectors/efs/file-systems.ts';
import { fileSystemBackup } from '../../src/remedies/file-system-backup.ts';

export default defineCheck({
  id: 'efs-file-system-backup',
  title: 'The file system is backed up',
  severity: 'medium',
  responsibility: 'efs.backup-and-recovery',
  controls: {
    'aws-fsbp': {
      'EFS.2': intersectsWith(
        'the control asks for a backup plan; here automatic backups or a recovery point are enough',
      ),
      'EFS.7': subsetOf('a recovery point by any other plan is enough'),
    },
  },
  why: 'EFS keeps files through the loss of a zone, but not from who deletes or encrypts them.',
  fix: 'Turn on automatic backups, or let a plan of AWS Backup select the file system.',
  link: 'https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html',
  remedy: fileSystemBackup,

  evaluates: fileSystems,
  needs: { automaticBackups, protectedResources },

  evaluate(fileSystem, { read, automaticBackups: automatic, protectedResources: kept }) {
    const isAutomatic = () => read(automatic.of(fileSystem));
    const isKept = any(isAutomatic, () =>
      read.some(protectedResourcesByArn(kept, fileSystem.arn), () => true),
    );
    if (!isKept) return fail('it has no automatic backups, and AWS Backup no recovery point of it');
    return pass(
      ifKnown(isAutomatic) === true
        ? 'automatic backups are on'
        : 'AWS Backup has recovery points of it',
    );
  },
});
