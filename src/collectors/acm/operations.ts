/** The operations of AWS Certificate Manager that are sent, each with its IAM action and what its answers mean. */
import { acm } from './service.ts';

export const ListCertificates = acm.operation(
  'ListCertificates',
  (sdk) => sdk.ListCertificatesCommand,
  { action: 'acm:ListCertificates', pages: 'NextToken' },
);

export const DescribeCertificate = acm.operation(
  'DescribeCertificate',
  (sdk) => sdk.DescribeCertificateCommand,
  { action: 'acm:DescribeCertificate', gone: ['ResourceNotFoundException'] },
);
