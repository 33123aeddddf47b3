import { defineCheck } from '../../src/judge/define-check.ts';
import { smallLetters } from '../../src/judge/items.ts';
import { supersetOf } from '../../src/frameworks/relation.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { databases } from '../../src/collectors/rds/databases.ts';

export default defineCheck({
  id: 'rds-custom-admin-username',
  title: 'The administrator of the database does not have the name that everyone knows',
  severity: 'medium',
  responsibility: 'rds.identity-and-access',
  controls: {
    'aws-fsbp': {
      'RDS.24': supersetOf('instances that are in no cluster are judged too'),
      'RDS.25': supersetOf('clusters are judged too, in place of their members'),
    },
  },
  why: 'A name that is known is half of what a guessed login needs.',
  fix: 'The name cannot be changed: restore the database under another one, or make another administrator within the engine and keep the first one locked.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html',
  remedy: {
    cli: '# the name is chosen when a database is made: aws rds create-db-instance --master-username NAME …',
    terraform: `# Never change username of the resource that is there: Terraform destroys the database and makes an empty one.`,
  },

  evaluates: databases,
  params: { names: ['admin', 'administrator', 'postgres', 'root', 'sa'] },
  meanings: { names: 'names of administrators that everyone knows, in small letters' },
  items: { names: smallLetters },

  evaluate({ replicaOf, settings }, { read, params }) {
    if (replicaOf !== undefined) return notApplicable(`its users are those of ${replicaOf}`);
    const name = read(settings.adminName);
    return params.names.includes(name.toLowerCase())
      ? fail(`the administrator is called ${name}`)
      : pass('the administrator has a name of its own');
  },
});
