import { equal, equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { pass } from '../../src/judge/verdict.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { accountBlock, bucketBlock } from '../../src/collectors/s3/public-access-block.ts';
import {
  blockFlags,
  levelName,
  levelOf,
} from '../../src/reasoning/exposure/block-public-access.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { Observed } from '../../src/observe/observed.ts';

export default defineCheck({
  id: 's3-bucket-public-access-blocked',
  title: ({ strict }) =>
    `All four Block Public Access settings are on for the bucket, by itself${strict ? '' : ' or by its account'}`,
  severity: 'high',
  responsibility: 's3.identity-and-access',
  controls: {
    'cis-aws-5.0': { '2.1.4': equal },
    'cis-aws-6.0': { '3.1.4': equal },
    'cis-aws-7.0': { '3.1.4': equal },
    'aws-fsbp': {
      'S3.8': equalWith({ strict: true }, subsetOf('the settings of the account are enough here')),
    },
  },
  why: 'Settings that are off let a policy or an ACL make the bucket public at any time, by mistake or on purpose.',
  fix: 'Turn on all four Block Public Access settings of the bucket, or better those of the account. Serve what must be public through CloudFront with origin access control.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  remedy: {
    console:
      'S3, the bucket, Permissions, Block public access, Edit, Block all public access, Save changes.',
    cli: `aws s3api put-public-access-block --bucket BUCKET \\
  --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
    terraform: `resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
  },

  evaluates: buckets,
  needs: { accountWide: accountBlock, own: bucketBlock },
  // Security Hub's S3.8 looks at the bucket alone.
  params: { strict: false },
  meanings: {
    strict: "whether the bucket's own settings alone count, as Security Hub's S3.8 has it",
  },

  evaluate(resource, { read, accountWide, own, params }) {
    const levels = {
      account: params.strict ? Observed.known(null) : accountWide,
      bucket: own.of(resource),
    };
    const at = blockFlags.map((flag) => ({ flag, level: levelOf(flag, levels) }));
    const where = params.strict ? 'for the bucket itself' : 'for the bucket and for its account';
    const off = at.map(
      ({ flag, level }) => [`${flag} is off ${where}`, () => read(level) === null] as const,
    );
    const verdict = failWhen(Object.fromEntries(off), 'all four settings are on');
    if (verdict.outcome === 'fail') return verdict;
    const inherited = at.filter(({ level }) => read(level) === 'account');
    if (inherited.length === 0) return pass('all four settings are on for the bucket itself');
    const flags = inherited.map(({ flag }) => flag).join(', ');
    return pass(`inherited from ${levelName('account')}: ${flags}`);
  },
});
