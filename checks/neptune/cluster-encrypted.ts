import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { neptuneClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeStorage } from '../../src/reasoning/storage-encryption.ts';

export default defineCheck({
  id: 'neptune-cluster-encrypted',
  title: 'The storage of the Neptune cluster is encrypted',
  severity: 'medium',
  responsibility: 'neptune.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'Neptune.1': equal } },
  why: 'Unencrypted storage leaves the data, its logs and its snapshots readable to whoever gets hold of a copy.',
  fix: 'Restore a snapshot as a new cluster with a KMS key and move the clients there. Storage cannot be encrypted in place.',
  link: 'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
  remedy: {
    cli: `aws neptune create-db-cluster-snapshot --db-cluster-identifier CLUSTER --db-cluster-snapshot-identifier SNAPSHOT
aws neptune restore-db-cluster-from-snapshot --db-cluster-identifier NEW_CLUSTER \\
  --snapshot-identifier SNAPSHOT --engine neptune --kms-key-id KEY
# add instances, move the clients, and only then delete CLUSTER; what is written meanwhile is not in the new one`,
  },

  evaluates: neptuneClusters,

  evaluate: ({ encryption }, { read }) => judgeStorage(read(encryption)),
});
