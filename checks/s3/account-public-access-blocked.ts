import { equal, supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { accountWithBlock } from '../../src/collectors/s3/public-access-block.ts';
import { blockFlags } from '../../src/reasoning/exposure/block-public-access.ts';

const cis = supersetOf('settings of each bucket are enough for the recommendation');

export default defineCheck({
  id: 's3-account-public-access-blocked',
  title: 'All four Block Public Access settings are on for the account',
  severity: {
    is: 'high',
    because: 'it is the one setting that holds for the buckets of tomorrow too',
  },
  responsibility: 's3.identity-and-access',
  controls: {
    'cis-aws-5.0': { '2.1.4': cis },
    'cis-aws-6.0': { '3.1.4': cis },
    'cis-aws-7.0': { '3.1.4': cis },
    'aws-fsbp': { 'S3.1': equal },
  },
  why: "The account's block holds for every bucket, also for those that will be made tomorrow. Without it one wrong policy or ACL opens a bucket.",
  fix: 'Turn on all four settings for the account (S3 console, Block Public Access settings for this account; or aws s3control put-public-access-block). Move what must be public behind CloudFront first.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html',
  remedy: {
    console:
      'S3, Block Public Access settings for this account, Edit, Block all public access, Save changes.',
    cli: `aws s3control put-public-access-block --account-id ACCOUNT \\
  --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
    terraform: `resource "aws_s3_account_public_access_block" "account" {
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
  },

  evaluates: accountWithBlock,

  evaluate(account, { read }) {
    const block = read(account.block);
    if (!block) return fail('Block Public Access was never set for the account');
    const off = blockFlags.filter((flag) => !block[flag]);
    if (off.length > 0) return fail(...off.map((flag) => `${flag} is off for the account`));
    return pass('all four settings are on for the account, by itself or by its organisation');
  },
});
