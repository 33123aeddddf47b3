import type * as CloudTrailSdk from '@aws-sdk/client-cloudtrail';
import { defineService, type Service } from '../../aws/operation.ts';

export const cloudtrail: Service<
  typeof CloudTrailSdk,
  CloudTrailSdk.ServiceInputTypes,
  CloudTrailSdk.ServiceOutputTypes,
  CloudTrailSdk.CloudTrailClientResolvedConfig
> = defineService({
  id: 'cloudtrail',
  iamPrefix: 'cloudtrail',
  matrix: ['cloudtrail'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 10,
      refill: 10,
      source: 'AWS CloudTrail user guide, "Quotas": 10 a second for get, describe and list',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-cloudtrail'),
  client: (sdk, config) => new sdk.CloudTrailClient(config),
});
