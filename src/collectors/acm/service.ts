import type * as ACMSdk from '@aws-sdk/client-acm';
import { defineService, type Service } from '../../aws/operation.ts';

const quotas = 'AWS Certificate Manager user guide, "Quotas": API rate quotas';

export const acm: Service<
  typeof ACMSdk,
  ACMSdk.ServiceInputTypes,
  ACMSdk.ServiceOutputTypes,
  ACMSdk.ACMClientResolvedConfig
> = defineService({
  id: 'acm',
  iamPrefix: 'acm',
  matrix: ['acm'],
  scope: 'regional',
  rates: {
    usual: { burst: 10, refill: 10, source: quotas },
    ListCertificates: { burst: 8, refill: 8, source: quotas },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-acm'),
  client: (sdk, config) => new sdk.ACMClient(config),
});
