/** Certificates of AWS Certificate Manager, of whatever key and origin. */
import type { KeyAlgorithm } from '@aws-sdk/client-acm';
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ListCertificates } from './operations.ts';

/** What is not asked for is not listed: API reference, "Filters", has RSA_1024 and RSA_2048 by default. */
const algorithms = [
  'RSA_1024',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'EC_prime256v1',
  'EC_secp384r1',
  'EC_secp521r1',
] as const satisfies readonly KeyAlgorithm[];
const keyPairOrigins = ['ACME', 'AWS_MANAGED', 'CUSTOMER_PROVIDED'] as const;
const statuses = [
  'ISSUED',
  'EXPIRED',
  'PENDING_VALIDATION',
  'INACTIVE',
  'VALIDATION_TIMED_OUT',
  'REVOKED',
  'FAILED',
] as const;
const origins = ['AMAZON_ISSUED', 'IMPORTED', 'PRIVATE'] as const;

/** The largest page of the operation. */
const pageSize = 1000;

export interface Certificate extends Resource {
  readonly status: Observed<(typeof statuses)[number]>;
  readonly origin: Observed<(typeof origins)[number]>;
  readonly algorithm: Observed<(typeof algorithms)[number]>;
  /** Only a certificate that was issued, at some time, has one. */
  readonly notAfter: Observed<Date>;
  readonly inUse: Observed<boolean>;
}

export const certificates = defineCollector({
  id: 'acm.certificates',
  service: 'acm',
  scope: 'regional',
  recordedAs: ['AWS::ACM::Certificate'],
  calls: [ListCertificates],
  gather: (aws) =>
    aws.list(
      ListCertificates,
      {
        Includes: { keyTypes: [...algorithms] },
        CertificateKeyPairOrigins: [...keyPairOrigins],
        MaxItems: pageSize,
      },
      'CertificateSummaryList',
      (item, members): Certificate => {
        const { must, field, observe } = members;
        const arn = must(item, 'CertificateArn');
        const status = observe(() => oneOf(must(item, 'Status'), statuses, members));
        return {
          arn,
          type: 'AWS::CertificateManager::Certificate',
          // A certificate that was imported need not name a domain.
          name: item.DomainName?.trim() || arn.slice(arn.lastIndexOf('/') + 1),
          region: aws.region,
          judgedIf: status,
          status,
          origin: observe(() => oneOf(must(item, 'Type'), origins, members)),
          algorithm: observe(() => oneOf(must(item, 'KeyAlgorithm'), algorithms, members)),
          notAfter: field(item, 'NotAfter'),
          inUse: field(item, 'InUse'),
        };
      },
    ),
});
