import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketObjectLock } from '../../src/collectors/s3/bucket-object-lock.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

export default defineCheck({
  id: 's3-bucket-object-lock',
  title: 'The bucket has Object Lock',
  severity: 'medium',
  responsibility: 's3.backup-and-recovery',
  controls: { 'aws-security-hub': { 'S3.15': equal } },
  why: 'Versions that are locked cannot be deleted before their time: not by mistake, not by stolen credentials, and in compliance mode not even by root.',
  fix: 'Turn Object Lock on for buckets with records and backups, with a default retention. It cannot be turned off again, and locked versions cost until their time is over.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
  remedy: {
    console: 'S3, the bucket, Properties, Object Lock, Edit, Enable.',
    cli: `# cannot be turned off again; versioning must be on
aws s3api put-object-lock-configuration --bucket BUCKET --object-lock-configuration \\
  '{"ObjectLockEnabled":"Enabled","Rule":{"DefaultRetention":{"Mode":"GOVERNANCE","Days":30}}}'`,
    terraform: `resource "aws_s3_bucket_object_lock_configuration" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}`,
  },

  evaluates: buckets,
  needs: { lock: bucketObjectLock },

  evaluate(bucket, { read, lock }) {
    const state = read(lock.of(bucket));
    switch (state) {
      case 'off':
        return fail('Object Lock is off');
      case 'on without a default':
        return pass(
          'Object Lock is on; objects that come in without a lock of their own have none',
        );
      case 'GOVERNANCE':
      case 'COMPLIANCE':
        return pass(`Object Lock is on, by default in ${state} mode`);
    }
  },
});
