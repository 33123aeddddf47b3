import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketEncryption } from '../../src/collectors/s3/bucket-settings.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { encryptByKey } from '../../src/remedies/bucket-encryption.ts';

export default defineCheck({
  id: 's3-bucket-default-encryption',
  title: 'The bucket encrypts new objects by default',
  severity: 'medium',
  responsibility: 's3.server-side-encryption-at-rest',
  controls: {
    'nist-800-53-r5': servesNist(
      'new objects only: what is in the bucket may be unencrypted',
      'SC-13',
      'SC-28',
      'SC-28(1)',
    ),
  },
  why: 'Data at rest that is not encrypted lies open to whoever gets at the storage or a copy of it. Objects from before January 2023 may still be unencrypted; this setting does not tell.',
  fix: 'Set default encryption of the bucket to SSE-S3 or SSE-KMS, and copy older objects onto themselves with S3 Batch Operations to encrypt them.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
  remedy: encryptByKey,

  evaluates: buckets,
  needs: { encryption: bucketEncryption },

  evaluate(bucket, { read, encryption }) {
    const [algorithm] = read(encryption.of(bucket));
    if (algorithm === undefined) return fail('no default encryption is set');
    return pass(`new objects are encrypted with ${algorithm}`);
  },
});
