import { defineCheck } from '../../src/judge/define-check.ts';
import { supersetOf } from '../../src/frameworks/relation.ts';
import { databases } from '../../src/collectors/rds/databases.ts';
import { judgeSetting } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'rds-deletion-protection',
  title: 'The database cannot be deleted before its protection is taken off',
  severity: 'medium',
  responsibility: 'rds.data-and-data-location',
  controls: {
    'aws-fsbp': {
      'RDS.7': supersetOf('instances that are in no cluster are judged too'),
      'RDS.8': supersetOf('clusters are judged too, in place of their members'),
    },
  },
  why: 'One call, or one change of a template, deletes a database with its automated backups.',
  fix: 'Modify the database and turn on deletion protection. It interrupts nothing.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
  remedy: {
    console: 'RDS, Databases, the database, Modify, Enable deletion protection.',
    cli: `aws rds modify-db-instance --db-instance-identifier INSTANCE --deletion-protection --apply-immediately
# of a cluster: modify-db-cluster --db-cluster-identifier CLUSTER --deletion-protection`,
    terraform: `resource "aws_db_instance" "this" {
  deletion_protection = true
  # …
}`,
  },

  evaluates: databases,

  evaluate: ({ settings }, { read }) =>
    judgeSetting(read(settings.deletionProtection), 'DeletionProtection'),
});
