import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketEncryption } from '../../src/collectors/s3/bucket-settings.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { encryptByKey } from '../../src/remedies/bucket-encryption.ts';

export default defineCheck({
  id: 's3-bucket-kms-encryption',
  title: 'The bucket encrypts new objects with a KMS key by default',
  severity: 'medium',
  responsibility: 's3.server-side-encryption-at-rest',
  controls: { 'aws-security-hub': { 'S3.17': equal } },
  why: 'With a KMS key whoever reads an object needs the key as well: its policy is a second gate, and CloudTrail shows each use. SSE-S3 decrypts for everyone who may read.',
  fix: 'Set SSE-KMS with a key of your own as default encryption of buckets with sensitive data, and turn on a bucket key, which keeps the requests to KMS few.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  remedy: encryptByKey,

  evaluates: buckets,
  needs: { encryption: bucketEncryption },

  evaluate(bucket, { read, encryption }) {
    const algorithms = read(encryption.of(bucket));
    const byKey = algorithms.find((algorithm) => algorithm.startsWith('aws:kms'));
    if (byKey !== undefined) {
      return pass(`new objects are encrypted with ${byKey}; with whose key was not read`);
    }
    const [other] = algorithms;
    if (other === undefined) return fail('no default encryption is set');
    return fail(`new objects are encrypted with ${other}, without a KMS key`);
  },
});
