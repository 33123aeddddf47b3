import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { multiRegionAccessPoints } from '../../src/collectors/s3control/access-points.ts';
import { judgeOwnBlock } from '../../src/reasoning/exposure/own-block.ts';

export default defineCheck({
  id: 's3-multi-region-access-point-public-access-blocked',
  title: 'The Multi-Region Access Point has all four Block Public Access settings on',
  severity: 'high',
  responsibility: 's3.identity-and-access',
  controls: { 'aws-fsbp': { 'S3.24': equal } },
  why: 'A policy of the access point can let everyone in to the buckets of all its Regions at once, and these settings are what stops that by mistake.',
  fix: 'They cannot be changed after the access point was made: make another one with all four on, move those who use the old one, then delete that.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html',
  remedy: {
    console:
      'S3, Multi-Region Access Points, Create Multi-Region Access Point, with Block all public access; then delete the old one.',
    cli: `# who uses the old access point is cut off when it is deleted
aws s3control create-multi-region-access-point --region us-west-2 --account-id ACCOUNT --details \\
  'Name=NEW_NAME,PublicAccessBlock={BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true},Regions=[{Bucket=BUCKET}]'
aws s3control delete-multi-region-access-point --region us-west-2 --account-id ACCOUNT --details Name=OLD_NAME`,
  },

  evaluates: multiRegionAccessPoints,

  evaluate(point, { read }) {
    return judgeOwnBlock(read(point.block));
  },
});
