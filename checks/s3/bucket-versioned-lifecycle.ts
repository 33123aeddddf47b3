import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { setLifecycle } from '../../src/remedies/bucket-lifecycle.ts';
import { bucketLifecycle, bucketVersioning } from '../../src/collectors/s3/bucket-settings.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { judgeLifecycle } from '../../src/reasoning/bucket-lifecycle.ts';

export default defineCheck({
  id: 's3-bucket-versioned-lifecycle',
  title: 'A lifecycle configuration ends the old versions that the bucket keeps',
  severity: 'medium',
  responsibility: 's3.data-and-data-location',
  controls: {
    'aws-security-hub': {
      'S3.10': subsetOf('a bucket with MFA delete, which rules a lifecycle out, is not judged'),
    },
  },
  why: 'With versioning a deleted object is only hidden: without a rule every version of it stays for ever, readable for whoever may read versions.',
  fix: 'Give the bucket a lifecycle rule that ends noncurrent versions after as many days as you may need to bring one back.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
  remedy: setLifecycle,

  evaluates: buckets,
  needs: { versioning: bucketVersioning, lifecycle: bucketLifecycle },

  evaluate(bucket, { read, versioning, lifecycle }) {
    const setting = versioning.of(bucket);
    if (read(setting).status !== 'Enabled') return notApplicable('versioning is not on');
    return judgeLifecycle(read, setting, lifecycle.of(bucket));
  },
});
