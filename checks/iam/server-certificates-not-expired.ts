import { ago, minuteOf } from '../../src/text/ages.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { serverCertificates } from '../../src/collectors/iam/server-certificates.ts';

export default defineCheck({
  id: 'iam-server-certificates-not-expired',
  title: 'No expired TLS certificate is stored in IAM',
  severity: 'medium',
  responsibility: 'iam.encryption-in-transit',
  controls: {
    'cis-aws-5.0': { '1.18': equal },
    'cis-aws-6.0': { '2.18': equal },
    'cis-aws-7.0': { '2.17': equal },
    'aws-security-hub': { 'IAM.26': equal },
    'nist-800-53-r5': servesNist(
      'certificates in IAM are some of those that a system has',
      'SC-17',
    ),
  },
  why: 'An expired certificate that a load balancer or distribution still gets, or gets by mistake, breaks TLS for its clients.',
  fix: 'Move what uses the certificate to one from ACM, then delete the expired one with "aws iam delete-server-certificate".',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html',
  remedy: {
    cli: 'aws iam delete-server-certificate --server-certificate-name CERTIFICATE',
  },

  evaluates: serverCertificates,

  evaluate(certificate, { read, now }) {
    const expiresAt = read(certificate.expiresAt);
    if (expiresAt < now) return fail(`the certificate expired ${ago(expiresAt, now)}`);
    return pass(`the certificate is valid until ${minuteOf(expiresAt)}`);
  },
});
