import { defineCheck, fail, pass } from '../../src/check.ts';
import { buckets, bucketVersioning } from '../../src/collectors/s3.ts';

export default defineCheck({
  id: 's3-bucket-versioning',
  title: 'The bucket keeps earlier versions of its objects',
  severity: 'medium',
  responsibility: 's3.backup-and-recovery',
  controls: { 'aws-security-hub': ['S3.14'], 'nist-800-53-r5': ['CP-9', 'CP-10'] },
  why: 'Without versioning an object that is overwritten or deleted, by mistake or by an intruder, is gone.',
  fix: 'Turn versioning on for the bucket, and give it a lifecycle rule that ends old versions.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',

  evaluates: buckets,
  needs: { versioning: bucketVersioning },

  evaluate(bucket, { read, versioning }) {
    const { status } = read(versioning.of(bucket));
    if (status === 'Enabled') return pass('versioning is on');
    return fail(
      status === 'Suspended' ? 'versioning is suspended' : 'versioning was never turned on',
    );
  },
});
