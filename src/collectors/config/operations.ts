/** The operations of AWS Config that are sent, each with its IAM action and what its answers mean. */
import { config } from './service.ts';

export const DescribeConfigurationRecorders = config.operation(
  'DescribeConfigurationRecorders',
  (sdk) => sdk.DescribeConfigurationRecordersCommand,
  { action: 'config:DescribeConfigurationRecorders' },
);

export const DescribeConfigurationRecorderStatus = config.operation(
  'DescribeConfigurationRecorderStatus',
  (sdk) => sdk.DescribeConfigurationRecorderStatusCommand,
  { action: 'config:DescribeConfigurationRecorderStatus' },
);

export const DescribeDeliveryChannels = config.operation(
  'DescribeDeliveryChannels',
  (sdk) => sdk.DescribeDeliveryChannelsCommand,
  { action: 'config:DescribeDeliveryChannels' },
);

export const DescribeConfigurationAggregators = config.operation(
  'DescribeConfigurationAggregators',
  (sdk) => sdk.DescribeConfigurationAggregatorsCommand,
  { action: 'config:DescribeConfigurationAggregators', pages: 'NextToken' },
);

export const GetDiscoveredResourceCounts = config.operation(
  'GetDiscoveredResourceCounts',
  (sdk) => sdk.GetDiscoveredResourceCountsCommand,
  { action: 'config:GetDiscoveredResourceCounts', pages: 'nextToken' },
);
