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

export const DescribeLogGroups = cloudwatchLogs.operation(
  'DescribeLogGroups',
  (sdk) => sdk.DescribeLogGroupsCommand,
  { action: 'logs:DescribeLogGroups', pages: 'nextToken' },
);

export const DescribeMetricFilters = cloudwatchLogs.operation(
  'DescribeMetricFilters',
  (sdk) => sdk.DescribeMetricFiltersCommand,
  {
    action: 'logs:DescribeMetricFilters',
    pages: 'nextToken',
    // Of a log group that is no more: the trail names it still, and it has no filters.
    absent: ['ResourceNotFoundException'],
  },
);
