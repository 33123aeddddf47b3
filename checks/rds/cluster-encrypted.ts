import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { dbClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeStorage } from '../../src/reasoning/storage-encryption.ts';

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
    cli: `# for Aurora; what is written after the snapshot is not in the new cluster: stop the writers first
aws rds describe-db-clusters --db-cluster-identifier CLUSTER   # the settings that the new one needs
aws rds create-db-cluster-snapshot --db-cluster-identifier CLUSTER --db-cluster-snapshot-identifier SNAPSHOT
aws rds wait db-cluster-snapshot-available --db-cluster-snapshot-identifier SNAPSHOT
aws rds restore-db-cluster-from-snapshot --db-cluster-identifier NEW_CLUSTER \\
  --snapshot-identifier SNAPSHOT --engine ENGINE --kms-key-id KEY \\
  --db-subnet-group-name SUBNET_GROUP --vpc-security-group-ids SECURITY_GROUPS \\
  --db-cluster-parameter-group-name CLUSTER_PARAMETER_GROUP --deletion-protection
aws rds wait db-cluster-available --db-cluster-identifier NEW_CLUSTER
# the cluster is restored without instances: once for each
aws rds create-db-instance --db-instance-identifier NEW_INSTANCE --db-cluster-identifier NEW_CLUSTER \\
  --db-instance-class CLASS --engine ENGINE --db-parameter-group-name PARAMETER_GROUP
aws rds wait db-instance-available --db-instance-identifier NEW_INSTANCE
# move the clients, check the data, and only then delete CLUSTER`,
    terraform: `# Never change storage_encrypted of the resource that is there: Terraform destroys the cluster and makes an
# empty one. Leave it, take the snapshot by the commands above, and add a second cluster from it.
resource "aws_rds_cluster" "encrypted" {
  cluster_identifier              = "NEW_CLUSTER"
  engine                          = aws_rds_cluster.this.engine
  snapshot_identifier             = "SNAPSHOT" # keep it: a change makes the cluster anew
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.rds.arn
  db_subnet_group_name            = aws_db_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.db.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
  deletion_protection             = true
  # …
}

resource "aws_rds_cluster_instance" "encrypted" {
  cluster_identifier = aws_rds_cluster.encrypted.id
  engine             = aws_rds_cluster.encrypted.engine
  instance_class     = "CLASS"
}`,
  },

  evaluates: dbClusters,

  evaluate({ encryption }, { read }) {
    return judgeStorage(read(encryption));
  },
});
