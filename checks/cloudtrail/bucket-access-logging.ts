import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { trailBucketLogging, trailBuckets } from '../../src/collectors/cloudtrail/trail-buckets.ts';

export default defineCheck({
  id: 'cloudtrail-bucket-access-logging',
  title: 'The bucket of the trail logs who reads it',
  severity: 'low',
  responsibility: 'cloudtrail.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '3.4': equal },
    'cis-aws-6.0': { '4.4': equal },
    'cis-aws-7.0': { '4.4': equal },
    'aws-security-hub': { 'CloudTrail.7': equal },
    'nist-800-53-r5': servesNist(
      'the access log is one record of who read the audit log',
      'AU-2',
      'AU-6',
      'AU-9',
    ),
  },
  why: "Whoever wants to hide what they did goes to the trail's log files; the access log shows who read or deleted them.",
  fix: 'Turn on server access logging for the bucket, to another bucket of the same Region.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
  remedy: {
    console:
      'S3, the bucket of the trail, Properties, Server access logging, Edit, Enable, and choose another bucket of the same Region; the console adds to its policy what S3 needs to write.',
    cli: `# let S3 write into the log bucket
aws s3api get-bucket-policy --bucket LOG_BUCKET --query Policy --output text > policy.json
# add to its statements (put replaces the policy; where there is none, write one with this statement):
#   { "Sid": "AccessLogs", "Effect": "Allow", "Principal": { "Service": "logging.s3.amazonaws.com" },
#     "Action": "s3:PutObject", "Resource": "arn:aws:s3:::LOG_BUCKET/TRAIL_BUCKET/*",
#     "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::TRAIL_BUCKET" },
#       "StringEquals": { "aws:SourceAccount": "ACCOUNT" } } }
aws s3api put-bucket-policy --bucket LOG_BUCKET --policy file://policy.json
aws s3api put-bucket-logging --bucket TRAIL_BUCKET --bucket-logging-status \\
  '{"LoggingEnabled":{"TargetBucket":"LOG_BUCKET","TargetPrefix":"TRAIL_BUCKET/"}}'`,
    terraform: `data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["\${aws_s3_bucket.logs.arn}/trail/*"]
    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = [aws_s3_bucket.trail.arn]
    }
  }
}

resource "aws_s3_bucket_policy" "logs" { # the whole policy: keep the statements that are there
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}

resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "trail/"
}`,
  },

  evaluates: trailBuckets,
  needs: { logging: trailBucketLogging },

  evaluate(bucket, { read, logging }) {
    const target = read(logging.of(bucket));
    return target
      ? pass(`access is logged to bucket ${target}`)
      : fail('server access logging is off');
  },
});
