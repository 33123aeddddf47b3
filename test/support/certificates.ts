/** Certificates of ACM as their collector gives them, for tests of checks. */
import type { Certificate } from '../../src/collectors/acm/certificates.ts';
import { daysAgo } from './check-tester.ts';
import { known } from './observe.ts';

/** Issued by ACM, in use, and valid for 300 days. */
export function certificate(fields: Partial<Certificate> = {}): Certificate {
  const status = fields.status ?? known('ISSUED');
  return {
    arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/b2f0e6a1',
    type: 'AWS::CertificateManager::Certificate',
    name: 'www.example.com',
    region: 'eu-west-1',
    judgedIf: status,
    status,
    origin: known('AMAZON_ISSUED'),
    algorithm: known('RSA_2048'),
    notAfter: known(daysAgo(-300)),
    inUse: known(true),
    ...fields,
  };
}
