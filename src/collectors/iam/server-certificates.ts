/** TLS certificates that were uploaded to IAM. Those of ACM are not among them. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import { ListServerCertificates } from './operations.ts';

export interface ServerCertificate extends Resource {
  readonly expiresAt: Observed<Date>;
}

export const serverCertificates = defineCollector({
  id: 'iam.server-certificates',
  service: 'iam',
  scope: 'global',
  calls: [ListServerCertificates],
  gather: (aws): Promise<Listing<ServerCertificate>> =>
    aws.list(
      ListServerCertificates,
      { MaxItems: 1000 },
      'ServerCertificateMetadataList',
      (certificate, { must, field }) => ({
        arn: must(certificate, 'Arn'),
        type: 'AWS::IAM::ServerCertificate',
        name: must(certificate, 'ServerCertificateName'),
        region: 'global',
        expiresAt: field(certificate, 'Expiration'),
      }),
    ),
});
