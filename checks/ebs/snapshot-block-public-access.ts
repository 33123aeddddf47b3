import { equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { snapshotBlockPublicAccess } from '../../src/collectors/ec2/public-snapshots.ts';

export default defineCheck({
  id: 'ebs-snapshot-block-public-access',
  title: 'The Region lets nobody share EBS snapshots with everyone',
  severity: 'high',
  responsibility: 'ebs.data-and-data-location',
  controls: {
    'aws-fsbp': {
      'EC2.182': equalWith(
        { strict: true },
        subsetOf('a block of new sharing is enough unless the parameter strict is set'),
      ),
    },
  },
  why: 'A single command makes a snapshot readable by every AWS account; with the block of the Region it is refused, whoever sends it.',
  fix: 'Block all sharing in the EBS settings of every Region, after a look at whether a snapshot is meant to be public.',
  link: 'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
  remedy: {
    console:
      'EC2, Settings, Data protection and security, Block public access for EBS snapshots, Manage, Block all public access; in each Region.',
    cli: `# snapshots that are public become private for others at once
aws ec2 enable-snapshot-block-public-access --state block-all-sharing --region REGION`,
    terraform: `resource "aws_ebs_snapshot_block_public_access" "this" {
  state = "block-all-sharing"
}`,
  },

  evaluates: snapshotBlockPublicAccess,
  params: { strict: false },
  meanings: {
    strict: 'whether a block of new sharing, which leaves public what is, is too little',
  },

  evaluate({ region, block }, { read, params }) {
    const state = read(block);
    if (state === 'block-all-sharing') return pass(`all public sharing is blocked in ${region}`);
    if (state === 'unblocked')
      return fail(`public sharing of snapshots is not blocked in ${region}`);
    const reasons = [
      `new public sharing is blocked in ${region}`,
      'snapshots that were public before stay so',
    ];
    return params.strict ? fail(...reasons) : pass(...reasons);
  },
});
