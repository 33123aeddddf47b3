/** How a bucket that lets the public in is closed, for reading and for writing. */
import type { Remedy } from '../judge/check.ts';

export const closePublicBucket: Remedy = {
  console:
    'S3, the bucket, Permissions: Block all public access. Then, where the ACL is open, take its grants away and set Object Ownership to "ACLs disabled"; where the policy is open, take the open statement out of it.',
  cli: `# closes the bucket at once, also for strangers who are meant to read it
aws s3api put-public-access-block --bucket BUCKET \\
  --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
# where the ACL is open: takes every grant away but the owner's, then turns ACLs off
# (in the other order it is refused: InvalidBucketAclWithObjectOwnership)
aws s3api put-bucket-acl --bucket BUCKET --acl private
aws s3api put-bucket-ownership-controls --bucket BUCKET \\
  --ownership-controls "Rules=[{ObjectOwnership=BucketOwnerEnforced}]"
# where the policy is open (a bucket without one answers NoSuchBucketPolicy: then there is nothing to do here)
aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text > policy.json
# edit policy.json: take out the open statement and keep the others
aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json`,
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
};
