/** How a bucket gets a lifecycle configuration. */
import type { Remedy } from '../judge/check.ts';

export const setLifecycle: Remedy = {
  console: 'S3, the bucket, Management, Lifecycle rules, Create lifecycle rule.',
  cli: `# deletes for good what is older than the rule says; put replaces the rules that there are
aws s3api get-bucket-lifecycle-configuration --bucket BUCKET
aws s3api put-bucket-lifecycle-configuration --bucket BUCKET --lifecycle-configuration \\
  '{"Rules":[{"ID":"tidy","Status":"Enabled","Filter":{"Prefix":""},"NoncurrentVersionExpiration":{"NoncurrentDays":90},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}'`,
  terraform: `# deletes for good what is older than the rule says
resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    id     = "tidy"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 90
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}`,
};
