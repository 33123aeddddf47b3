/** The operations of Amazon ElastiCache that are sent, each with its IAM action and what its answers mean. */
import { elasticache } from './service.ts';

export const DescribeCacheClusters = elasticache.operation(
  'DescribeCacheClusters',
  (sdk) => sdk.DescribeCacheClustersCommand,
  { action: 'elasticache:DescribeCacheClusters', pages: { answer: 'Marker', input: 'Marker' } },
);

export const DescribeReplicationGroups = elasticache.operation(
  'DescribeReplicationGroups',
  (sdk) => sdk.DescribeReplicationGroupsCommand,
  {
    action: 'elasticache:DescribeReplicationGroups',
    pages: { answer: 'Marker', input: 'Marker' },
  },
);
