import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketPolicy } from '../../src/collectors/s3/bucket-access.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { refusesPlainHttp } from '../../src/policy/tls.ts';

const byVersion = subsetOf(
  'a refusal by s3:TlsVersion alone passes; aws:SecureTransport is asked for',
);

export default defineCheck({
  id: 's3-bucket-tls-only',
  title: 'The bucket policy refuses requests without TLS',
  severity: 'medium',
  responsibility: 's3.encryption-in-transit',
  controls: {
    'cis-aws-5.0': { '2.1.1': byVersion },
    'cis-aws-6.0': { '3.1.1': byVersion },
    'cis-aws-7.0': { '3.1.1': byVersion },
    'aws-fsbp': { 'S3.5': byVersion },
  },
  why: 'S3 answers plain HTTP as well; what is sent that way can be read and changed on its way.',
  fix: 'Add a Deny of s3:* for Principal * on the bucket and on all its objects, with the condition Bool aws:SecureTransport false.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  remedy: {
    console:
      'S3, the bucket, Permissions, Bucket policy, Edit: add the statement below to those that are there.',
    cli: `aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text > policy.json
# add to its statements:
#   { "Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
#     "Resource": ["arn:aws:s3:::BUCKET", "arn:aws:s3:::BUCKET/*"],
#     "Condition": { "Bool": { "aws:SecureTransport": "false" } } }
aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json`,
    terraform: `data "aws_iam_policy_document" "tls_only" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this.arn, "\${aws_s3_bucket.this.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "this" { # the whole policy: keep the statements that are there
  bucket = aws_s3_bucket.this.id
  policy = data.aws_iam_policy_document.tls_only.json
}`,
  },

  evaluates: buckets,
  needs: { policy: bucketPolicy },

  evaluate(bucket, { read, policy }) {
    const document = read(policy.of(bucket));
    if (!document) return fail('the bucket has no policy, so nothing refuses plain HTTP');
    const { verdict, reasons } = refusesPlainHttp(document, bucket.arn);
    switch (verdict) {
      case 'yes':
        return pass(...reasons);
      case 'objects-only':
        return pass(...reasons, 'calls on the bucket itself may still come without TLS');
      case 'tls-version-only':
        return pass(...reasons, 'AWS Security Hub S3.5 asks for aws:SecureTransport');
      case 'no':
        return fail('no statement of the policy refuses plain HTTP to every object', ...reasons);
    }
  },
});
