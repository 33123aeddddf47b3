/** How a bucket that lets the public in is closed, for reading and for writing. */
import type { Remedy } from '../judge/check.ts';

export const closePublicBucket: Remedy = {
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
};
