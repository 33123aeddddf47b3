import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { trails } from '../../src/collectors/cloudtrail/trails.ts';

export default defineCheck({
  id: 'cloudtrail-kms-encryption',
  title: 'The log files of the trail are encrypted with a KMS key',
  severity: 'medium',
  responsibility: 'cloudtrail.server-side-encryption-at-rest',
  controls: {
    'cis-aws-5.0': { '3.5': equal },
    'cis-aws-6.0': { '4.5': equal },
    'cis-aws-7.0': { '4.5': equal },
    'aws-fsbp': { 'CloudTrail.2': equal },
  },
  why: 'With a KMS key of its own, whoever reads the logs needs the right to the key as well as to the bucket, and each use of the key is recorded.',
  fix: 'Give the trail a customer managed KMS key whose key policy lets CloudTrail encrypt: aws cloudtrail update-trail --kms-key-id.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  remedy: {
    console: 'CloudTrail, Trails, the trail, General details, Edit, Log file SSE-KMS encryption.',
    cli: `# the key: in the Region of the bucket. Without the statements CloudTrail cannot deliver
aws kms get-key-policy --key-id KEY_ARN --policy-name default --query Policy --output text > policy.json
# add to its statements, keep the others, and let those who read the logs kms:Decrypt:
#   { "Sid": "Encrypt", "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" },
#     "Action": "kms:GenerateDataKey*", "Resource": "*",
#     "Condition": { "StringEquals": { "aws:SourceArn": "TRAIL_ARN" },
#       "StringLike": { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:ACCOUNT:trail/*" } } },
#   { "Sid": "Describe", "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" },
#     "Action": "kms:DescribeKey", "Resource": "*",
#     "Condition": { "StringEquals": { "aws:SourceArn": "TRAIL_ARN" } } }
aws kms put-key-policy --key-id KEY_ARN --policy-name default --policy file://policy.json
aws cloudtrail update-trail --name TRAIL --kms-key-id KEY_ARN`,
    terraform: `resource "aws_cloudtrail" "this" {
  kms_key_id = aws_kms_key.trail.arn # its policy has the two statements above
  # …
}`,
  },

  evaluates: trails,

  evaluate(trail, { read }) {
    const key = read(trail.kmsKey);
    return key
      ? pass(`log files are encrypted with ${key}`)
      : fail('no KMS key is set, so S3 encrypts the log files with its own keys');
  },
});
