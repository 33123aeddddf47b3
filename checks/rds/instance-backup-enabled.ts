import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';
import { judgeRetention } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'rds-instance-backup-enabled',
  title: 'Automated backups of the database instance are kept long enough',
  severity: 'medium',
  responsibility: 'rds.backup-and-recovery',
  controls: { 'aws-fsbp': { 'RDS.11': equal } },
  why: 'Within the retention the database can be restored to any second; beyond it, or with backups off, a mistake that is noticed late is final.',
  fix: 'Modify the instance and set the backup retention period to 7 days or more.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
  remedy: {
    console:
      'RDS, Databases, the instance, Modify, Backup, Backup retention period, 7 days or more.',
    cli: 'aws rds modify-db-instance --db-instance-identifier INSTANCE --backup-retention-period 7 --apply-immediately',
    terraform: `resource "aws_db_instance" "this" {
  backup_retention_period = 7
  # …
}`,
  },

  evaluates: dbInstances,
  params: { minDays: 7 },
  meanings: { minDays: 'for how many days backups have to be kept' },

  evaluate({ cluster, replicaOf, backupRetention }, { read, params: { minDays } }) {
    if (cluster !== undefined) {
      return notApplicable(`backups are taken of cluster ${cluster}, not of its members`);
    }
    if (replicaOf !== undefined) {
      return notApplicable(`it is a read replica of ${replicaOf}, whose backups count`);
    }
    return judgeRetention(read(backupRetention), minDays);
  },
});
