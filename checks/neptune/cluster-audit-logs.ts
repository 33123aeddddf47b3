import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { neptuneClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeExports } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'neptune-cluster-audit-logs',
  title: 'The Neptune cluster sends its audit log to CloudWatch Logs',
  severity: 'medium',
  responsibility: 'neptune.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'Neptune.2': equal } },
  why: 'Without the audit log nobody can tell who asked the database for what.',
  fix: 'Export the audit log of the cluster, and turn auditing on in its parameter group.',
  link: 'https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html',
  remedy: {
    cli: `aws neptune modify-db-cluster --db-cluster-identifier CLUSTER \\
  --cloudwatch-logs-export-configuration EnableLogTypes=audit`,
    terraform: `resource "aws_neptune_cluster" "this" {
  enable_cloudwatch_logs_exports = ["audit"]
  # …
}`,
  },

  evaluates: neptuneClusters,

  evaluate: ({ settings }, { read }) => judgeExports(read(settings.exportedLogs), ['audit']),
});
