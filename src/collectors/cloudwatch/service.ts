import type * as CloudWatchSdk from '@aws-sdk/client-cloudwatch';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const cloudwatch: Service<
  typeof CloudWatchSdk,
  CloudWatchSdk.ServiceInputTypes,
  CloudWatchSdk.ServiceOutputTypes,
  CloudWatchSdk.CloudWatchClientResolvedConfig
> = defineService({
  id: 'cloudwatch',
  iamPrefix: 'cloudwatch',
  matrix: ['cloudwatch'],
  scope: 'regional',
  rates: {
    usual: careful('Not documented for reads of dashboards and tags.'),
    DescribeAlarms: {
      burst: 9,
      refill: 9,
      source:
        'Amazon CloudWatch user guide, "CloudWatch service quotas": DescribeAlarms, 9 a second',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-cloudwatch'),
  client: (sdk, config) => new sdk.CloudWatchClient(config),
});
