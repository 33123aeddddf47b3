import type * as CloudWatchLogsSdk from '@aws-sdk/client-cloudwatch-logs';
import { defineService, type Service } from '../../aws/operation.ts';

export const cloudwatchLogs: Service<
  typeof CloudWatchLogsSdk,
  CloudWatchLogsSdk.ServiceInputTypes,
  CloudWatchLogsSdk.ServiceOutputTypes,
  CloudWatchLogsSdk.CloudWatchLogsClientResolvedConfig
> = defineService({
  id: 'cloudwatch-logs',
  iamPrefix: 'logs',
  matrix: ['cloudwatch'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 5,
      refill: 5,
      source: 'Amazon CloudWatch Logs user guide, "CloudWatch Logs quotas": 5 a second',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-cloudwatch-logs'),
  client: (sdk, config) => new sdk.CloudWatchLogsClient(config),
});
