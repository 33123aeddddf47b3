/** How a bucket is made to log who reads and changes its objects. */
import type { Remedy } from '../judge/check.ts';

/** What the bucket is called: in words, in commands and in Terraform. */
interface Names {
  readonly which: string;
  readonly placeholder: string;
  readonly resource: string;
}

export function logAccess({ which, placeholder, resource }: Names): Remedy {
  return {
    console: `S3, ${which}, Properties, Server access logging, Edit, Enable, and choose a log bucket of the same Region; the console adds to its policy what S3 needs to write.`,
    cli: `# let S3 write into the log bucket
aws s3api get-bucket-policy --bucket LOG_BUCKET --query Policy --output text > policy.json
# add to its statements (put replaces the policy; where there is none, write one with this statement):
#   { "Sid": "AccessLogs", "Effect": "Allow", "Principal": { "Service": "logging.s3.amazonaws.com" },
#     "Action": "s3:PutObject", "Resource": "arn:aws:s3:::LOG_BUCKET/${placeholder}/*",
#     "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::${placeholder}" },
#       "StringEquals": { "aws:SourceAccount": "ACCOUNT" } } }
aws s3api put-bucket-policy --bucket LOG_BUCKET --policy file://policy.json
aws s3api put-bucket-logging --bucket ${placeholder} --bucket-logging-status \\
  '{"LoggingEnabled":{"TargetBucket":"LOG_BUCKET","TargetPrefix":"${placeholder}/"}}'`,
    terraform: `data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["\${aws_s3_bucket.logs.arn}/${resource}/*"]
    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = [aws_s3_bucket.${resource}.arn]
    }
  }
}

resource "aws_s3_bucket_policy" "logs" { # the whole policy: keep the statements that are there
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}

resource "aws_s3_bucket_logging" "${resource}" {
  bucket        = aws_s3_bucket.${resource}.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "${resource}/"
}`,
  };
}
