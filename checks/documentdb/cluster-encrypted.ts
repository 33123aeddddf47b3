import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { documentDbClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeStorage } from '../../src/reasoning/storage-encryption.ts';

export default defineCheck({
  id: 'documentdb-cluster-encrypted',
  title: 'The storage of the DocumentDB cluster is encrypted',
  severity: 'medium',
  responsibility: 'documentdb.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'DocumentDB.1': equal } },
  why: 'Unencrypted storage leaves the data, its logs and its snapshots readable to whoever gets hold of a copy.',
  fix: 'Restore a snapshot as a new cluster with a KMS key and move the clients there. Storage cannot be encrypted in place.',
  link: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
  remedy: {
    cli: `aws docdb create-db-cluster-snapshot --db-cluster-identifier CLUSTER --db-cluster-snapshot-identifier SNAPSHOT
aws docdb restore-db-cluster-from-snapshot --db-cluster-identifier NEW_CLUSTER \\
  --snapshot-identifier SNAPSHOT --engine docdb --kms-key-id KEY
# add instances, move the clients, and only then delete CLUSTER; what is written meanwhile is not in the new one`,
  },

  evaluates: documentDbClusters,

  evaluate: ({ encryption }, { read }) => judgeStorage(read(encryption)),
});
