import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { pass } from '../../src/judge/verdict.ts';
import { accessPointBlock, accessPoints } from '../../src/collectors/s3control/access-points.ts';
import { judgeOwnBlock } from '../../src/reasoning/exposure/own-block.ts';

export default defineCheck({
  id: 's3-access-point-public-access-blocked',
  title:
    'The access point has all four Block Public Access settings on, or is open to its VPC alone',
  severity: 'critical',
  responsibility: 's3.identity-and-access',
  controls: {
    'aws-fsbp': {
      'S3.19': subsetOf(
        'an access point that is open to its VPC alone passes without the settings',
      ),
    },
  },
  why: 'A policy of the access point can let everyone in to the bucket behind it, and these settings are what stops that by mistake.',
  fix: 'They cannot be changed after the access point was made: make another one with all four on, move those who use the old one, then delete that.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html',
  remedy: {
    console:
      'S3, Access Points, Create access point, with Block all public access; then delete the old one.',
    cli: `# who uses the old access point by its name or alias is cut off when it is deleted
aws s3control create-access-point --account-id ACCOUNT --bucket BUCKET --name NEW_NAME \\
  --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
aws s3control delete-access-point --account-id ACCOUNT --name OLD_NAME`,
    terraform: `# a change replaces the access point
resource "aws_s3_access_point" "this" {
  bucket = aws_s3_bucket.this.id
  name   = "NEW_NAME"
  public_access_block_configuration {
    block_public_acls       = true
    ignore_public_acls      = true
    block_public_policy     = true
    restrict_public_buckets = true
  }
}`,
  },

  evaluates: accessPoints,
  needs: { block: accessPointBlock },

  evaluate(point, { read, block }) {
    // S3 never takes such an access point for public: Amazon S3 user guide, "Blocking public access", "Access points".
    if (read(point.origin) === 'VPC') return pass('only requests from its VPC are let through');
    return judgeOwnBlock(read(block.of(point)));
  },
});
