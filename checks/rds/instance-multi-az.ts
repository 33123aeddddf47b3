import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { isAurora } from '../../src/collectors/rds/engines.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';

const cis = subsetOf('instances only; rds-cluster-multi-az judges clusters');

export default defineCheck({
  id: 'rds-instance-multi-az',
  title: 'The database instance has a standby in another Availability Zone',
  severity: 'medium',
  responsibility: 'rds.availability-and-resilience',
  controls: {
    'cis-aws-5.0': { '2.2.4': cis },
    'cis-aws-6.0': { '3.2.4': cis },
    'cis-aws-7.0': { '3.2.4': cis },
    'aws-fsbp': { 'RDS.5': subsetOf('read replicas are not judged') },
  },
  why: 'An instance in one zone is down for as long as the zone is, and during much of its maintenance.',
  fix: 'Modify the instance and make it a Multi-AZ deployment, or suppress the finding with a reason where the database may be down.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html',
  remedy: {
    console:
      'RDS, Databases, the instance, Modify, Availability and durability, Create a standby instance.',
    cli: 'aws rds modify-db-instance --db-instance-identifier INSTANCE --multi-az --apply-immediately',
    terraform: `resource "aws_db_instance" "this" {
  multi_az = true
  # …
}`,
  },

  evaluates: dbInstances,

  evaluate({ engine, cluster, replicaOf, multiAz }, { read }) {
    if (cluster !== undefined) {
      return notApplicable(`zones are a matter of cluster ${cluster}, which is judged instead`);
    }
    if (isAurora(engine)) return notApplicable('zones are a matter of the Aurora cluster');
    if (replicaOf !== undefined) return notApplicable(`it is a read replica of ${replicaOf}`);
    return read(multiAz) ? pass('MultiAZ is true') : fail('MultiAZ is false');
  },
});
