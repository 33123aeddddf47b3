import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { clusters } from '../../src/collectors/redshift/clusters.ts';

export default defineCheck({
  id: 'redshift-cluster-encrypted',
  title: 'The Redshift cluster is encrypted at rest',
  severity: 'medium',
  responsibility: 'redshift.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'Redshift.10': equal } },
  why: 'A warehouse gathers data of many systems, and its snapshots are encrypted only where the cluster is.',
  fix: 'Turn encryption on for the cluster. Redshift moves the data to encrypted storage meanwhile, and queries may be slower or read-only until it is done.',
  link: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
  remedy: {
    cli: 'aws redshift modify-cluster --cluster-identifier CLUSTER --encrypted --kms-key-id KEY',
  },

  evaluates: clusters,

  evaluate: (cluster, { read }) =>
    read(cluster.encrypted)
      ? pass('the cluster is encrypted')
      : fail('the cluster is not encrypted'),
});
