import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketVersioning } from '../../src/collectors/s3/bucket-settings.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

export default defineCheck({
  id: 's3-bucket-versioning',
  title: 'The bucket keeps earlier versions of its objects',
  severity: 'low',
  responsibility: 's3.backup-and-recovery',
  controls: { 'aws-security-hub': { 'S3.14': equal } },
  why: 'Without versioning an object that is overwritten or deleted, by mistake or by an intruder, is gone.',
  fix: 'Turn versioning on for the bucket, and give it a lifecycle rule that ends old versions.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
  remedy: {
    console: 'S3, the bucket, Properties, Bucket Versioning, Edit, Enable.',
    cli: 'aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled',
    terraform: `resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = "Enabled"
  }
}`,
  },

  evaluates: buckets,
  needs: { versioning: bucketVersioning },

  evaluate(bucket, { read, versioning }) {
    switch (read(versioning.of(bucket)).status) {
      case 'Enabled':
        return pass('versioning is on');
      case 'Suspended':
        return fail('versioning is suspended');
      case 'Off':
        return fail('versioning was never turned on');
    }
  },
});
