import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { neptuneClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeSetting } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'neptune-cluster-deletion-protection',
  title: 'The Neptune cluster cannot be deleted before its protection is taken off',
  severity: 'low',
  responsibility: 'neptune.data-and-data-location',
  controls: { 'aws-fsbp': { 'Neptune.4': equal } },
  why: 'One call, or one change of a template, deletes a cluster with its automated backups.',
  fix: 'Modify the cluster and turn on deletion protection. It interrupts nothing.',
  link: 'https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html',
  remedy: {
    cli: 'aws neptune modify-db-cluster --db-cluster-identifier CLUSTER --deletion-protection',
    terraform: `resource "aws_neptune_cluster" "this" {
  deletion_protection = true
  # …
}`,
  },

  evaluates: neptuneClusters,

  evaluate: ({ settings }, { read }) =>
    judgeSetting(read(settings.deletionProtection), 'DeletionProtection'),
});
