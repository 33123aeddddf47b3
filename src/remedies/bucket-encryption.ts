/** How a bucket encrypts new objects with a KMS key by default. */
import type { Remedy } from '../judge/check.ts';

export const encryptByKey: Remedy = {
  console: 'S3, the bucket, Properties, Default encryption, Edit.',
  cli: `# without a key named it is aws/s3, which other accounts cannot use: where they read or write, add KMSMasterKeyID
aws s3api get-bucket-encryption --bucket BUCKET   # put replaces it
aws s3api put-bucket-encryption --bucket BUCKET --server-side-encryption-configuration \\
  '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms"},"BucketKeyEnabled":true}]}'`,
  terraform: `resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}`,
};
