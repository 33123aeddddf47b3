import { defineCheck } from '../../src/judge/define-check.ts';
import { supersetOf } from '../../src/frameworks/relation.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { databases } from '../../src/collectors/rds/databases.ts';
import { judgeSetting } from '../../src/reasoning/database-settings.ts';

/** Amazon RDS user guide, "IAM database authentication": MariaDB, MySQL, PostgreSQL, and Aurora with both. */
const offersIam = /^(aurora|mariadb|mysql|postgres)/;

export default defineCheck({
  id: 'rds-iam-authentication',
  title: 'The database takes IAM credentials in place of passwords',
  severity: 'medium',
  responsibility: 'rds.identity-and-access',
  controls: {
    'aws-fsbp': {
      'RDS.10': supersetOf('clusters are judged too, in place of their members'),
      'RDS.12': supersetOf('instances that are in no cluster are judged too'),
    },
  },
  why: 'IAM credentials last for 15 minutes and can be taken away at once; passwords of a database are copied and stay.',
  fix: 'Modify the database and turn on IAM database authentication, then let users of the database sign in by it one after another. Passwords work beside it.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
  remedy: {
    console: 'RDS, Databases, the database, Modify, Database authentication, Password and IAM.',
    cli: `aws rds modify-db-instance --db-instance-identifier INSTANCE --enable-iam-database-authentication --apply-immediately
# of a cluster: modify-db-cluster --db-cluster-identifier CLUSTER --enable-iam-database-authentication`,
    terraform: `resource "aws_db_instance" "this" {
  iam_database_authentication_enabled = true
  # …
}`,
  },

  evaluates: databases,

  evaluate({ engine, settings }, { read }) {
    if (!offersIam.test(engine)) return notApplicable(`${engine} has no IAM authentication`);
    return judgeSetting(read(settings.iamAuthentication), 'IAMDatabaseAuthenticationEnabled');
  },
});
