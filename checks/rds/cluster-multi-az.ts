import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { dbClusters } from '../../src/collectors/rds/clusters.ts';

const cis = subsetOf('clusters only; rds-instance-multi-az judges the other databases');

export default defineCheck({
  id: 'rds-cluster-multi-az',
  title: 'The database cluster has members in several Availability Zones',
  severity: 'medium',
  responsibility: 'rds.availability-and-resilience',
  controls: {
    'cis-aws-5.0': { '2.2.4': cis },
    'cis-aws-6.0': { '3.2.4': cis },
    'cis-aws-7.0': { '3.2.4': cis },
    'aws-fsbp': { 'RDS.15': equal },
  },
  why: 'Without a member in a second zone the cluster has nothing to fail over to when its zone fails.',
  fix: 'Add a reader to the cluster in another Availability Zone.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
  remedy: {
    console: 'RDS, Databases, the cluster, Actions, Add reader, in another Availability Zone.',
    cli: `aws rds create-db-instance --db-cluster-identifier CLUSTER --db-instance-identifier READER \\
  --engine ENGINE --db-instance-class CLASS --availability-zone OTHER_ZONE`,
  },

  evaluates: dbClusters,

  evaluate({ isServerlessV1, multiAz }, { read }) {
    if (isServerlessV1) {
      return notApplicable(
        'Aurora Serverless v1 has no members to place: AWS moves it between zones',
      );
    }
    if (read(multiAz)) return pass('MultiAZ is true: its members are in several zones');
    return fail('MultiAZ is false: its members are not in several zones');
  },
});
