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
      refill: 1,
      source: 'Not documented for this operation; below the rates of the lists of clusters.',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-emr'),
  client: (sdk, config) => new sdk.EMRClient(config),
});
