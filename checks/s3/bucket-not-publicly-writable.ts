import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { bucketExposure } from '../../src/collectors/s3/bucket-exposure.ts';
import { judgeWays } from '../../src/reasoning/exposure/bucket.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

export default defineCheck({
  id: 's3-bucket-not-publicly-writable',
  title: 'The public can write nothing to the bucket',
  severity: 'critical',
  responsibility: 's3.identity-and-access',
  controls: { 'aws-fsbp': { 'S3.3': equal } },
  why: "Whoever may write to a bucket can plant malware, overwrite data, or hand the bucket's owner the bill and the blame.",
  fix: 'Turn on Block Public Access for the bucket, remove Put and Delete actions from open statements of its policy, and set Object Ownership to bucket owner enforced. Take uploads from strangers by presigned URLs.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  remedy: {
    console:
      'S3, the bucket, Permissions: Block all public access; then take the open statement out of the bucket policy and set Object Ownership to "ACLs disabled".',
    cli: `# closes the bucket at once, also for strangers who are meant to read it
aws s3api put-public-access-block --bucket BUCKET \\
  --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text > policy.json
# edit policy.json: take out the open statement and keep the others
aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json
# ownership is refused (InvalidBucketAclWithObjectOwnership) while the ACL grants others anything
aws s3api put-bucket-acl --bucket BUCKET --acl private
aws s3api put-bucket-ownership-controls --bucket BUCKET \\
  --ownership-controls "Rules=[{ObjectOwnership=BucketOwnerEnforced}]"`,
    terraform: `resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

# refused while the ACL grants others anything: run put-bucket-acl first, and take aws_s3_bucket_acl out
resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}`,
  },

  evaluates: buckets,
  needs: { exposure: bucketExposure },

  evaluate: (bucket, { read, exposure }) => judgeWays(read, exposure.of(bucket).writing),
});
