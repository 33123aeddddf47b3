import type * as KMSSdk from '@aws-sdk/client-kms';
import { defineService, type Service } from '../../aws/operation.ts';

const requestQuotas = 'AWS KMS developer guide, "Request quotas"';

export const kms: Service<
  typeof KMSSdk,
  KMSSdk.ServiceInputTypes,
  KMSSdk.ServiceOutputTypes,
  KMSSdk.KMSClientResolvedConfig
> = defineService({
  id: 'kms',
  iamPrefix: 'kms',
  matrix: ['kms'],
  scope: 'regional',
  rates: {
    usual: { burst: 100, refill: 100, source: requestQuotas },
    ListKeys: { burst: 500, refill: 500, source: requestQuotas },
    DescribeKey: { burst: 2000, refill: 2000, source: requestQuotas },
    GetKeyPolicy: { burst: 1000, refill: 1000, source: requestQuotas },
    GetKeyRotationStatus: { burst: 1000, refill: 1000, source: requestQuotas },
  },
  callsInFlight: 8,
  load: () => import('@aws-sdk/client-kms'),
  client: (sdk, config) => new sdk.KMSClient(config),
});
