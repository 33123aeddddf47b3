import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { documentDbClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeExports } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'documentdb-cluster-audit-logs',
  title: 'The DocumentDB cluster sends its audit log to CloudWatch Logs',
  severity: 'medium',
  responsibility: 'documentdb.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'DocumentDB.4': equal } },
  why: 'Without the audit log nobody can tell who asked the database for what.',
  fix: 'Export the audit log of the cluster, and turn auditing on in its parameter group.',
  link: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html',
  remedy: {
    cli: `aws docdb modify-db-cluster --db-cluster-identifier CLUSTER \\
  --cloudwatch-logs-export-configuration EnableLogTypes=audit`,
    terraform: `resource "aws_docdb_cluster" "this" {
  enabled_cloudwatch_logs_exports = ["audit"]
  # …
}`,
  },

  evaluates: documentDbClusters,

  evaluate: ({ settings }, { read }) => judgeExports(read(settings.exportedLogs), ['audit']),
});
