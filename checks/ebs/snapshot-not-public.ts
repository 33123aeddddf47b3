import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  snapshotExposures,
  snapshotSharingBlock,
} from '../../src/collectors/ec2/public-snapshots.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { all } from '../../src/observe/logic.ts';

export default defineCheck({
  id: 'ebs-snapshot-not-public',
  title: 'No EBS snapshot of the account can be restored by everyone',
  severity: 'critical',
  responsibility: 'ebs.data-and-data-location',
  controls: { 'aws-fsbp': { 'EC2.1': equal } },
  why: 'Anyone with an AWS account can make a volume of a public snapshot and read all that was on the disk.',
  fix: 'Make the snapshot private, take what was on it as disclosed, and block public sharing of snapshots in the EBS settings of the Region.',
  link: 'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
  remedy: {
    console:
      'EC2, Snapshots, the snapshot, Actions, Modify permissions, Private; then EC2, Settings, Block public access for EBS snapshots, Block all public access.',
    cli: `aws ec2 modify-snapshot-attribute --snapshot-id SNAPSHOT \\
  --attribute createVolumePermission --operation-type remove --group-names all
aws ec2 enable-snapshot-block-public-access --state block-all-sharing --region REGION`,
    terraform: `resource "aws_ebs_snapshot_block_public_access" "this" {
  state = "block-all-sharing"
}`,
  },

  // A finding for each snapshot that is shared with all; where there is none, one pass for the Region.
  evaluates: snapshotExposures,
  needs: { block: snapshotSharingBlock },

  evaluate({ isSharedWithAll, region }, { read, block }) {
    const isPublic = all(
      () => read(isSharedWithAll),
      () => read(block) !== 'block-all-sharing',
    );
    if (isPublic) return fail('every AWS account may create a volume from the snapshot');
    const isShared = ifKnown(() => read(isSharedWithAll));
    if (isShared === false) return pass(`${region} has no snapshot that is shared with everyone`);
    const blocked = `block public access keeps all snapshots private in ${region}`;
    if (isShared === undefined) return pass(blocked);
    return pass(blocked, 'without it everyone could restore the snapshot: EC2 lists it so');
  },
});
