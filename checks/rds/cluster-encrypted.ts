import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { dbClusters } from '../../src/collectors/rds/clusters.ts';
import { encryptionWords } from '../../src/collectors/rds/encryption.ts';

const cis = subsetOf('clusters only; rds-instance-encrypted judges the other databases');

export default defineCheck({
  id: 'rds-cluster-encrypted',
  title: 'The storage of the database cluster is encrypted',
  severity: 'medium',
  responsibility: 'rds.server-side-encryption-at-rest',
  controls: {
    'cis-aws-5.0': { '2.2.1': cis },
    'cis-aws-6.0': { '3.2.1': cis },
    'cis-aws-7.0': { '3.2.1': cis },
    'aws-fsbp': { 'RDS.27': equal },
  },
  why: 'All members of a cluster share its storage; unencrypted, it leaves the data and every snapshot readable to whoever gets hold of a copy.',
  fix: 'Take a cluster snapshot, restore it as a new cluster with a KMS key and move the clients there. The storage of a cluster cannot be encrypted in place.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
  remedy: {
    cli: `aws rds create-db-cluster-snapshot --db-cluster-identifier CLUSTER --db-cluster-snapshot-identifier SNAPSHOT
aws rds restore-db-cluster-from-snapshot --db-cluster-identifier NEW_CLUSTER \\
  --snapshot-identifier SNAPSHOT --engine ENGINE --kms-key-id KEY`,
    terraform: `resource "aws_rds_cluster" "this" {
  storage_encrypted = true
  kms_key_id        = aws_kms_key.rds.arn
  # …
}`,
  },

  evaluates: dbClusters,

  evaluate({ encryption }, { read }) {
    const protection = read(encryption);
    if (protection === 'none') return fail('storage is not encrypted');
    return pass(encryptionWords[protection]);
  },
});
