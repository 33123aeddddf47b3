import { defineCheck } from '../../src/judge/define-check.ts';
import { subsetOf } from '../../src/frameworks/relation.ts';
import { manualSnapshots } from '../../src/collectors/rds/snapshots.ts';
import { judgeStorage } from '../../src/reasoning/storage-encryption.ts';

export default defineCheck({
  id: 'rds-snapshot-encrypted',
  title: 'The manual database snapshot is encrypted',
  severity: 'medium',
  responsibility: 'rds.server-side-encryption-at-rest',
  controls: {
    'aws-fsbp': {
      'RDS.4': subsetOf(
        'automated snapshots are not listed; they are encrypted as their database is',
      ),
    },
  },
  why: 'A snapshot that is not encrypted can be shared with everyone, and is readable to whoever gets hold of a copy.',
  fix: 'Copy the snapshot with a KMS key and delete the first one; better encrypt the database that it is of.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html',
  remedy: {
    console: 'RDS, Snapshots, the snapshot, Actions, Copy snapshot, Enable encryption.',
    cli: `aws rds copy-db-snapshot --source-db-snapshot-identifier SNAPSHOT \\
  --target-db-snapshot-identifier NEW_SNAPSHOT --kms-key-id KEY
aws rds wait db-snapshot-available --db-snapshot-identifier NEW_SNAPSHOT
# look at the copy, and only then: aws rds delete-db-snapshot --db-snapshot-identifier SNAPSHOT`,
  },

  evaluates: manualSnapshots,

  evaluate: ({ encryption }, { read }) => judgeStorage(read(encryption)),
});
