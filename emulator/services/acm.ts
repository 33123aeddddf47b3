import * as sdk from '@aws-sdk/client-acm';
import { z } from 'zod';
import { acm as service } from '../../src/collectors/acm/service.ts';
import { failure, success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { HOME, SECOND, US, must } from '../site.ts';
import type { Planted, Site } from '../site.ts';

/** Moto makes a key for each certificate, so that no two recordings are the same. Times are ISO 8601. */
const state = z.strictObject({
  certificates: z
    .array(
      z.strictObject({
        arn: z.string(),
        domain: z.string(),
        status: z.enum(['ISSUED', 'EXPIRED', 'PENDING_VALIDATION']),
        type: z.enum(['AMAZON_ISSUED', 'IMPORTED', 'PRIVATE']),
        key: z.string(),
        notAfter: z.string(),
        inUse: z.boolean(),
        renewal: z.enum(['PENDING_AUTO_RENEWAL', 'PENDING_VALIDATION']).optional(),
      }),
    )
    .default([]),
});

type Certificate = z.output<typeof state>['certificates'][number];

interface CertificatePlan extends Pick<Certificate, 'domain' | 'type' | 'key' | 'renewal'> {
  readonly region: string;
  /** Until it ends. */
  readonly days: number;
  readonly lasts: Planted['outcome'];
  readonly isStrong: Planted['outcome'];
}

const PLANS: readonly CertificatePlan[] = [
  {
    domain: 'portal.northwind-harbour.example',
    region: HOME,
    type: 'AMAZON_ISSUED',
    key: 'EC_prime256v1',
    days: 170,
    lasts: 'pass',
    isStrong: 'pass',
  },
  {
    domain: 'edi.northwind-harbour.example',
    region: SECOND,
    type: 'IMPORTED',
    key: 'RSA_1024',
    days: 12,
    lasts: 'fail',
    isStrong: 'fail',
  },
  {
    domain: 'www.northwind-harbour.example',
    region: US,
    type: 'AMAZON_ISSUED',
    key: 'RSA_2048',
    days: 20,
    renewal: 'PENDING_AUTO_RENEWAL',
    lasts: 'pass',
    isStrong: 'pass',
  },
];

/** Certificates, by Region: their ARNs. Moto knows them too, so that listeners can name them. */
async function plant(site: Site): Promise<(region: string) => string> {
  const arns = new Map<string, string>();
  for (const { region, domain, type, key, days, renewal, lasts, isStrong } of PLANS) {
    const acm = site.client(sdk.ACMClient, region, 100);
    const made = await acm.send(new sdk.RequestCertificateCommand({ DomainName: domain }));
    const arn = must(made.CertificateArn, 'CertificateArn');
    const notAfter = site.daysBefore(-days).toISOString();
    const known = { arn, domain, type, key, notAfter, status: 'ISSUED' as const, inUse: true };
    const certificates = [{ ...known, ...(renewal ? { renewal } : {}) }];
    await site.set('state', emulated.state({ [region]: { certificates } }));
    site.expect('acm-certificate-not-expiring', arn, lasts);
    site.expect('acm-certificate-key-strength', arn, isStrong);
    arns.set(region, arn);
  }
  return (region) => must(arns.get(region), region);
}

const ListInput = z.object({ Includes: z.object({ keyTypes: z.array(z.string()) }).optional() });
const DescribeInput = z.object({ CertificateArn: z.string() });

function summaryOf({ arn, domain, status, type, key, notAfter, inUse }: Certificate) {
  return {
    CertificateArn: arn,
    DomainName: domain,
    Status: status,
    Type: type,
    KeyAlgorithm: key,
    NotAfter: Date.parse(notAfter) / 1000,
    InUse: inUse,
  };
}

const emulated = emulate({
  service,
  sdk,
  Client: sdk.ACMClient,
  state,
  answers: {
    ListCertificates: (request, { certificates }) => {
      const { Includes } = ListInput.parse(JSON.parse(request.body.toString()));
      const types = Includes?.keyTypes ?? ['RSA_1024', 'RSA_2048'];
      const listed = certificates.filter(({ key }) => types.includes(key));
      return success(request, { CertificateSummaryList: listed.map(summaryOf) });
    },
    DescribeCertificate: (request, { certificates }) => {
      const { CertificateArn } = DescribeInput.parse(JSON.parse(request.body.toString()));
      const found = certificates.find(({ arn }) => arn === CertificateArn);
      if (!found) {
        const message = `Could not find certificate ${CertificateArn}.`;
        return failure(request, { code: 'ResourceNotFoundException', message, status: 400 });
      }
      const { InUse: _inUse, ...detail } = summaryOf(found);
      const RenewalSummary = found.renewal
        ? { RenewalStatus: found.renewal, DomainValidationOptions: [], UpdatedAt: detail.NotAfter }
        : undefined;
      return success(request, { Certificate: { ...detail, RenewalSummary } });
    },
  },
  plant,
});
export default emulated;
