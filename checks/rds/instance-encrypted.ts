import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { judgeStorage } from '../../src/reasoning/storage-encryption.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';

const cis = subsetOf('instances only; rds-cluster-encrypted judges clusters');

export default defineCheck({
  id: 'rds-instance-encrypted',
  title: 'The storage of the database instance is encrypted',
  severity: 'medium',
  responsibility: 'rds.server-side-encryption-at-rest',
  controls: {
    'cis-aws-5.0': { '2.2.1': cis },
    'cis-aws-6.0': { '3.2.1': cis },
    'cis-aws-7.0': { '3.2.1': cis },
    'aws-fsbp': { 'RDS.3': subsetOf('Neptune, DocumentDB and members of clusters are not judged') },
  },
  why: 'Unencrypted storage leaves the data, its backups and its snapshots readable to whoever gets hold of the medium or of a copy.',
  fix: 'Take a snapshot, copy it with encryption turned on, restore a new instance from the copy and move the clients there. Storage cannot be encrypted in place.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
  remedy: {
    cli: `# what is written after the snapshot is not in the new instance: stop the writers first
aws rds describe-db-instances --db-instance-identifier INSTANCE   # the settings that the new one needs
aws rds create-db-snapshot --db-instance-identifier INSTANCE --db-snapshot-identifier SNAPSHOT
aws rds wait db-snapshot-available --db-snapshot-identifier SNAPSHOT
aws rds copy-db-snapshot --source-db-snapshot-identifier SNAPSHOT \\
  --target-db-snapshot-identifier ENCRYPTED_SNAPSHOT --kms-key-id KEY
aws rds wait db-snapshot-available --db-snapshot-identifier ENCRYPTED_SNAPSHOT
aws rds restore-db-instance-from-db-snapshot --db-instance-identifier NEW_INSTANCE \\
  --db-snapshot-identifier ENCRYPTED_SNAPSHOT --db-subnet-group-name SUBNET_GROUP \\
  --vpc-security-group-ids SECURITY_GROUPS --db-parameter-group-name PARAMETER_GROUP \\
  --no-publicly-accessible --deletion-protection
aws rds wait db-instance-available --db-instance-identifier NEW_INSTANCE
# move the clients, check the data, and only then delete INSTANCE`,
    terraform: `# Never change storage_encrypted of the resource that is there: Terraform destroys the database and makes an
# empty one. Leave it, make the encrypted snapshot by the commands above, and add a second resource from it.
resource "aws_db_instance" "encrypted" {
  identifier             = "NEW_INSTANCE"
  snapshot_identifier    = "ENCRYPTED_SNAPSHOT" # keep it: a change makes the database anew
  storage_encrypted      = true
  kms_key_id             = aws_kms_key.rds.arn # the key of the snapshot
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.db.id]
  parameter_group_name   = aws_db_parameter_group.this.name
  deletion_protection    = true
  # …
}`,
  },

  evaluates: dbInstances,

  evaluate({ cluster, encryption }, { read }) {
    if (cluster !== undefined) {
      return notApplicable(`the storage belongs to cluster ${cluster}, which is judged instead`);
    }
    return judgeStorage(read(encryption));
  },
});
