import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketNotifications } from '../../src/collectors/s3/bucket-notifications.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

export default defineCheck({
  id: 's3-bucket-event-notifications',
  title: 'The bucket tells somebody of what happens to its objects',
  severity: 'medium',
  responsibility: 's3.logging-and-monitoring',
  controls: { 'aws-security-hub': { 'S3.11': equal } },
  why: 'Objects that are deleted or replaced in a moment when nobody looks are noticed by a notification at once, and otherwise when somebody misses them.',
  fix: 'Turn on Amazon EventBridge for the bucket, and add a rule for the events that matter, such as deletions.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html',
  remedy: {
    console: 'S3, the bucket, Properties, Amazon EventBridge, Edit, On.',
    cli: `aws s3api get-bucket-notification-configuration --bucket BUCKET   # put replaces it
aws s3api put-bucket-notification-configuration --bucket BUCKET \\
  --notification-configuration '{"EventBridgeConfiguration":{}}'`,
    terraform: `resource "aws_s3_bucket_notification" "this" {
  bucket      = aws_s3_bucket.this.id
  eventbridge = true
}`,
  },

  evaluates: buckets,
  needs: { notifications: bucketNotifications },

  evaluate(bucket, { read, notifications }) {
    const receivers = read(notifications.of(bucket));
    if (receivers.length === 0) return fail('event notifications are off');
    return pass(`events go to ${receivers.join(', ')}`);
  },
});
