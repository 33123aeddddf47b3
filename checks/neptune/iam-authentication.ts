import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { neptuneClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeSetting } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'neptune-iam-authentication',
  title: 'The Neptune cluster takes IAM credentials only',
  severity: 'medium',
  responsibility: 'neptune.identity-and-access',
  controls: { 'aws-fsbp': { 'Neptune.7': equal } },
  why: 'Without IAM authentication Neptune asks nobody who he is: whoever reaches its port reads and writes the graph.',
  fix: 'Turn on IAM database authentication, once all clients sign their requests.',
  link: 'https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html',
  remedy: {
    cli: 'aws neptune modify-db-cluster --db-cluster-identifier CLUSTER --enable-iam-database-authentication --apply-immediately',
    terraform: `resource "aws_neptune_cluster" "this" {
  iam_database_authentication_enabled = true
  # …
}`,
  },

  evaluates: neptuneClusters,

  evaluate: ({ settings }, { read }) =>
    judgeSetting(read(settings.iamAuthentication), 'IAMDatabaseAuthenticationEnabled'),
});
