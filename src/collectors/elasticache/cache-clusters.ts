/** Cache clusters of ElastiCache: those of Memcached, and each node of Valkey and Redis OSS. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeCacheClusters } from './operations.ts';

export interface CacheCluster extends Resource {
  readonly engine: Observed<Engine>;
  readonly autoMinorVersionUpgrade: Observed<boolean>;
  /** Whether it is a node of a replication group. */
  readonly isInGroup: boolean;
}

const engines = ['memcached', 'redis', 'valkey'] as const;

export type Engine = (typeof engines)[number];

/** The largest page of the lists of ElastiCache. */
export const itemsPerPage = 100;

/** States of what is not there much longer. */
export const leaving: readonly string[] = ['deleting', 'deleted'];

export const cacheClusters = defineCollector({
  id: 'elasticache.cache-clusters',
  service: 'elasticache',
  scope: 'regional',
  calls: [DescribeCacheClusters],
  gather: (aws) =>
    aws.list(
      DescribeCacheClusters,
      { MaxRecords: itemsPerPage },
      'CacheClusters',
      (cluster, members): CacheCluster | readonly CacheCluster[] => {
        const { must, field, observe } = members;
        if (leaving.includes(must(cluster, 'CacheClusterStatus'))) return [];
        return {
          arn: must(cluster, 'ARN'),
          type: 'AWS::ElastiCache::CacheCluster',
          name: must(cluster, 'CacheClusterId'),
          region: aws.region,
          engine: observe(() => oneOf(must(cluster, 'Engine'), engines, members)),
          autoMinorVersionUpgrade: field(cluster, 'AutoMinorVersionUpgrade'),
          // Empty for a cluster of no group: Amazon ElastiCache API reference, "CacheCluster".
          isInGroup: (cluster.ReplicationGroupId ?? '') !== '',
        };
      },
    ),
});
