/** The operations of Amazon CloudWatch Logs that are sent, each with its IAM action and what its answers mean. */
import { cloudwatchLogs } from './service.ts';

export const DescribeDeliverySources = cloudwatchLogs.operation(
  'DescribeDeliverySources',
  (sdk) => sdk.DescribeDeliverySourcesCommand,
  { action: 'logs:DescribeDeliverySources', pages: 'nextToken' },
);

export const DescribeDeliveries = cloudwatchLogs.operation(
  'DescribeDeliveries',
  (sdk) => sdk.DescribeDeliveriesCommand,
  { action: 'logs:DescribeDeliveries', pages: 'nextToken' },
);
