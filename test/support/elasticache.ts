import type { CacheCluster } from '../../src/collectors/elasticache/cache-clusters.ts';
import type { ReplicationGroup } from '../../src/collectors/elasticache/replication-groups.ts';
import { known } from './observe.ts';

/** A replication group that is as it should be, but for what is given. */
export function replicationGroup(members: Partial<ReplicationGroup> = {}): ReplicationGroup {
  return {
    arn: 'arn:aws:elasticache:eu-central-1:111122223333:replicationgroup:sessions',
    type: 'AWS::ElastiCache::ReplicationGroup',
    name: 'sessions',
    region: 'eu-central-1',
    encryptedAtRest: known(true),
    encryptedInTransit: known(true),
    ...members,
  };
}

/** A node of Valkey that is as it should be, but for what is given. */
export function cacheCluster(members: Partial<CacheCluster> = {}): CacheCluster {
  return {
    arn: 'arn:aws:elasticache:eu-central-1:111122223333:cluster:sessions-001',
    type: 'AWS::ElastiCache::CacheCluster',
    name: 'sessions-001',
    region: 'eu-central-1',
    engine: known('valkey'),
    autoMinorVersionUpgrade: known(true),
    isInGroup: true,
    ...members,
  };
}
