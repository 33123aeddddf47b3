import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { documentDbClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeSetting } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'documentdb-cluster-deletion-protection',
  title: 'The DocumentDB cluster cannot be deleted before its protection is taken off',
  severity: 'medium',
  responsibility: 'documentdb.data-and-data-location',
  controls: { 'aws-fsbp': { 'DocumentDB.5': equal } },
  why: 'One call, or one change of a template, deletes a cluster with its automated backups.',
  fix: 'Modify the cluster and turn on deletion protection. It interrupts nothing.',
  link: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html',
  remedy: {
    cli: 'aws docdb modify-db-cluster --db-cluster-identifier CLUSTER --deletion-protection',
    terraform: `resource "aws_docdb_cluster" "this" {
  deletion_protection = true
  # …
}`,
  },

  evaluates: documentDbClusters,

  evaluate: ({ settings }, { read }) =>
    judgeSetting(read(settings.deletionProtection), 'DeletionProtection'),
});
