import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { neptuneClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeRetention } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'neptune-cluster-backup-retention',
  title: ({ minDays }) => `Backups of the Neptune cluster are kept for ${minDays} days or more`,
  severity: 'medium',
  responsibility: 'neptune.backup-and-recovery',
  controls: { 'aws-fsbp': { 'Neptune.5': equal } },
  why: 'A mistake that is noticed after the retention has passed cannot be undone by a restore.',
  fix: 'Modify the cluster and set the backup retention period to 7 days or more.',
  link: 'https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview-backups.html',
  remedy: {
    cli: 'aws neptune modify-db-cluster --db-cluster-identifier CLUSTER --backup-retention-period 7 --apply-immediately',
    terraform: `resource "aws_neptune_cluster" "this" {
  backup_retention_period = 7
  # …
}`,
  },

  evaluates: neptuneClusters,
  params: { minDays: 7 },
  meanings: { minDays: 'for how many days backups have to be kept' },

  evaluate: ({ backupRetention }, { read, params }) =>
    judgeRetention(read(backupRetention), params.minDays),
});
