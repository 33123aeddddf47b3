import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import {
  documentDbSnapshotGrants,
  documentDbSnapshots,
} from '../../src/collectors/rds/snapshots.ts';
import { judgeSharing } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'documentdb-snapshot-not-public',
  title: 'The manual DocumentDB snapshot is not shared with everyone',
  severity: 'critical',
  responsibility: 'documentdb.data-and-data-location',
  controls: { 'aws-fsbp': { 'DocumentDB.3': equal } },
  why: 'Anyone with an AWS account can restore a public snapshot and read the whole database at leisure.',
  fix: 'Take the group `all` out of the sharing of the snapshot, and treat the data as disclosed.',
  link: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-share_cluster_snapshots.html',
  remedy: {
    cli: `aws docdb modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier SNAPSHOT \\
  --attribute-name restore --values-to-remove all`,
  },

  evaluates: documentDbSnapshots,
  needs: { grants: documentDbSnapshotGrants },

  evaluate: (snapshot, { read, grants }) => judgeSharing(snapshot, () => read(grants.of(snapshot))),
});
