import type * as EMRSdk from '@aws-sdk/client-emr';
import { defineService, type Service } from '../../aws/operation.ts';

export const emr: Service<
  typeof EMRSdk,
  EMRSdk.ServiceInputTypes,
  EMRSdk.ServiceOutputTypes,
  EMRSdk.EMRClientResolvedConfig
> = defineService({
  id: 'emr',
  iamPrefix: 'elasticmapreduce',
  matrix: ['emr'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 5,
      refill: 0.5,
      source:
        'AWS General Reference, "Amazon EMR endpoints and quotas": names no rate of this operation, so the least of a read',
    },
    ListClusters: {
      burst: 20,
      refill: 0.5,
      source: 'AWS General Reference, "Amazon EMR endpoints and quotas"',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-emr'),
  client: (sdk, config) => new sdk.EMRClient(config),
});
