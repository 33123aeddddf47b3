import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { setLifecycle } from '../../src/remedies/bucket-lifecycle.ts';
import { bucketLifecycle, bucketVersioning } from '../../src/collectors/s3/bucket-settings.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { judgeLifecycle } from '../../src/reasoning/bucket-lifecycle.ts';

export default defineCheck({
  id: 's3-bucket-lifecycle',
  title: 'A lifecycle configuration says how long the bucket keeps objects',
  severity: 'low',
  responsibility: 's3.data-and-data-location',
  controls: {
    'aws-fsbp': {
      'S3.13': subsetOf('a bucket with MFA delete, which rules a lifecycle out, is not judged'),
    },
  },
  why: 'What nobody deletes stays: data that should be gone by now is still there to be leaked, and still costs money.',
  fix: 'Give the bucket a lifecycle rule that moves or deletes objects when they are old enough. Where nothing may be deleted, a rule that ends uploads which were never completed is enough.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  remedy: setLifecycle,

  evaluates: buckets,
  needs: { versioning: bucketVersioning, lifecycle: bucketLifecycle },

  evaluate(bucket, { read, versioning, lifecycle }) {
    return judgeLifecycle(read, versioning.of(bucket), lifecycle.of(bucket));
  },
});
