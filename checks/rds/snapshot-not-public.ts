import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { manualSnapshots, snapshotGrants } from '../../src/collectors/rds/snapshots.ts';
import { judgeSharing } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'rds-snapshot-not-public',
  title: 'The manual database snapshot is not shared with everyone',
  severity: 'critical',
  responsibility: 'rds.data-and-data-location',
  controls: {
    'aws-fsbp': { 'RDS.1': subsetOf('snapshots of Neptune and DocumentDB are not judged') },
  },
  why: 'Anyone with an AWS account can restore a public snapshot and read the whole database at leisure.',
  fix: 'Edit the sharing of the snapshot and set its visibility to private. Treat the data as disclosed, and encrypt snapshots: those cannot be made public.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
  remedy: {
    console: 'RDS, Snapshots, the snapshot, Actions, Share snapshot, Private.',
    cli: `aws rds modify-db-snapshot-attribute --db-snapshot-identifier SNAPSHOT \\
  --attribute-name restore --values-to-remove all   # of a cluster: modify-db-cluster-snapshot-attribute`,
  },

  evaluates: manualSnapshots,
  needs: { grants: snapshotGrants },

  evaluate: (snapshot, { read, grants }) => judgeSharing(snapshot, () => read(grants.of(snapshot))),
});
