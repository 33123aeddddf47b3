import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { neptuneSnapshotGrants, neptuneSnapshots } from '../../src/collectors/rds/snapshots.ts';
import { judgeSharing } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'neptune-snapshot-not-public',
  title: 'The manual Neptune snapshot is not shared with everyone',
  severity: 'critical',
  responsibility: 'neptune.data-and-data-location',
  controls: { 'aws-fsbp': { 'Neptune.3': equal } },
  why: 'Anyone with an AWS account can restore a public snapshot and read the whole database at leisure.',
  fix: 'Take the group `all` out of the sharing of the snapshot, and treat the data as disclosed.',
  link: 'https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-share-snapshot.html',
  remedy: {
    cli: `aws neptune modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier SNAPSHOT \\
  --attribute-name restore --values-to-remove all`,
  },

  evaluates: neptuneSnapshots,
  needs: { grants: neptuneSnapshotGrants },

  evaluate: (snapshot, { read, grants }) => judgeSharing(snapshot, () => read(grants.of(snapshot))),
});
