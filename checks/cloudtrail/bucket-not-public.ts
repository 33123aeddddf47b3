import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { bucketExposure } from '../../src/collectors/s3/bucket-exposure.ts';
import { judgeWays } from '../../src/reasoning/exposure/bucket.ts';
import { trailBuckets } from '../../src/collectors/cloudtrail/trail-buckets.ts';

export default defineCheck({
  id: 'cloudtrail-bucket-not-public',
  title: 'The bucket of the trail is closed to the public',
  severity: 'critical',
  responsibility: 'cloudtrail.identity-and-access',
  controls: {
    'aws-security-hub': { 'CloudTrail.6': equal },
    'nist-800-53-r5': servesNist(
      'a closed bucket is one part of protecting the audit log',
      'AC-3',
      'AC-21',
      'AU-9',
    ),
  },
  why: 'The log files tell strangers how the account is built and who works in it, and show an intruder what was noticed.',
  fix: 'Turn on Block Public Access for the bucket and keep its policy to CloudTrail and to those who read the logs.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  remedy: {
    console:
      'S3, the bucket of the trail, Permissions, Block public access, Edit, Block all public access, Save changes.',
    cli: `aws s3api put-public-access-block --bucket TRAIL_BUCKET \\
  --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
    terraform: `resource "aws_s3_bucket_public_access_block" "trail" {
  bucket                  = aws_s3_bucket.trail.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
  },

  evaluates: trailBuckets,
  needs: { exposure: bucketExposure },

  evaluate: (bucket, { read, exposure }) => judgeWays(read, exposure.of(read(bucket.own)).access),
});
