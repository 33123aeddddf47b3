import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { dbClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeRetention } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'rds-cluster-backup-retention',
  title: ({ minDays }) => `Backups of the database cluster are kept for ${minDays} days or more`,
  severity: 'medium',
  responsibility: 'rds.backup-and-recovery',
  controls: { 'aws-fsbp': { 'RDS.50': equal } },
  why: 'Within the retention a cluster can be restored to any second; a mistake that is noticed later is final.',
  fix: 'Modify the cluster and set the backup retention period to 7 days or more.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html',
  remedy: {
    console: 'RDS, Databases, the cluster, Modify, Backup retention period, 7 days or more.',
    cli: 'aws rds modify-db-cluster --db-cluster-identifier CLUSTER --backup-retention-period 7 --apply-immediately',
    terraform: `resource "aws_rds_cluster" "this" {
  backup_retention_period = 7
  # …
}`,
  },

  evaluates: dbClusters,
  params: { minDays: 7 },
  meanings: { minDays: 'for how many days backups have to be kept' },

  evaluate: ({ backupRetention }, { read, params }) =>
    judgeRetention(read(backupRetention), params.minDays),
});
