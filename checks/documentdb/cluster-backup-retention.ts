import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { documentDbClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeRetention } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'documentdb-cluster-backup-retention',
  title: ({ minDays }) => `Backups of the DocumentDB cluster are kept for ${minDays} days or more`,
  severity: 'medium',
  responsibility: 'documentdb.backup-and-recovery',
  controls: { 'aws-fsbp': { 'DocumentDB.2': equal } },
  why: 'A mistake that is noticed after the retention has passed cannot be undone by a restore.',
  fix: 'Modify the cluster and set the backup retention period to 7 days or more.',
  link: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html',
  remedy: {
    cli: 'aws docdb modify-db-cluster --db-cluster-identifier CLUSTER --backup-retention-period 7 --apply-immediately',
    terraform: `resource "aws_docdb_cluster" "this" {
  backup_retention_period = 7
  # …
}`,
  },

  evaluates: documentDbClusters,
  params: { minDays: 7 },
  meanings: { minDays: 'for how many days backups have to be kept' },

  evaluate: ({ backupRetention }, { read, params }) =>
    judgeRetention(read(backupRetention), params.minDays),
});
