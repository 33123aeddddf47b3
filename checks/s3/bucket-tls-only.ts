import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { bucketPolicy } from '../../src/collectors/s3/bucket-access.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import { refusesPlainHttp } from '../../src/policy/tls.ts';

export default defineCheck({
  id: 's3-bucket-tls-only',
  title: 'The bucket policy refuses requests without TLS',
  severity: 'medium',
  responsibility: 's3.encryption-in-transit',
  controls: {
    'cis-aws-5.0': ['2.1.1'],
    'cis-aws-6.0': ['3.1.1'],
    'cis-aws-7.0': ['3.1.1'],
    'aws-fsbp': ['S3.5'],
    'nist-800-53-r5': ['AC-4', 'AC-17(2)', 'IA-5(1)', 'SC-8', 'SC-13', 'SC-23'],
    'pci-dss-4.0.1': ['4.2.1'],
  },
  why: 'S3 answers plain HTTP as well; what is sent that way can be read and changed on its way.',
  fix: 'Add a Deny of s3:* for Principal * on the bucket and on all its objects, with the condition Bool aws:SecureTransport false.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',

  evaluates: buckets,
  needs: { policy: bucketPolicy },

  evaluate(bucket, { read, policy }) {
    const document = read(policy.of(bucket));
    if (!document) return fail('the bucket has no policy, so nothing refuses plain HTTP');
    const { verdict, reasons } = refusesPlainHttp(document, bucket.arn);
    switch (verdict) {
      case 'yes':
        return pass(...reasons);
      case 'objects-only':
        return pass(...reasons, 'calls on the bucket itself may still come without TLS');
      case 'tls-version-only':
        return pass(...reasons, 'AWS Security Hub S3.5 asks for aws:SecureTransport');
      case 'no':
        return fail('no statement of the policy refuses plain HTTP to every object', ...reasons);
    }
  },
});
