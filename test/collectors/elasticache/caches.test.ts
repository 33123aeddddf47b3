import {
  type CacheCluster,
  DescribeCacheClustersCommand,
  DescribeReplicationGroupsCommand,
  ElastiCacheClient,
  type ReplicationGroup,
} from '@aws-sdk/client-elasticache';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { cacheClusters } from '../../../src/collectors/elasticache/cache-clusters.ts';
import { replicationGroups } from '../../../src/collectors/elasticache/replication-groups.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ElastiCacheClient);

beforeEach(() => {
  client.reset();
});

function cluster(id: string, members: Partial<CacheCluster> = {}): CacheCluster {
  return {
    CacheClusterId: id,
    ARN: `arn:aws:elasticache:eu-west-1:111122223333:cluster:${id}`,
    CacheClusterStatus: 'available',
    Engine: 'valkey',
    AutoMinorVersionUpgrade: true,
    ...members,
  };
}

function group(id: string, members: Partial<ReplicationGroup> = {}): ReplicationGroup {
  return {
    ReplicationGroupId: id,
    ARN: `arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:${id}`,
    Status: 'available',
    AtRestEncryptionEnabled: true,
    TransitEncryptionEnabled: true,
    ...members,
  };
}

const nodes = { CacheClusters: [cluster('a-001', { ReplicationGroupId: 'a' })] };

describe('cache clusters', () => {
  it('are those of every page, without those that are being deleted', async () => {
    client
      .on(DescribeCacheClustersCommand)
      .resolves(
        answer({
          CacheClusters: [cluster('one'), cluster('two', { CacheClusterStatus: 'deleting' })],
          Marker: 'more',
        }),
      )
      .on(DescribeCacheClustersCommand, { Marker: 'more' })
      .resolves(answer({ CacheClusters: [cluster('three')] }));
    const { value } = await gatherFrom(cacheClusters);
    expect(value.items.map(({ name }) => name)).toEqual(['one', 'three']);
  });

  it('of an engine that is unheard of have an engine that is not known', async () => {
    const other = answer({ CacheClusters: [cluster('one', { Engine: 'keydb' })] });
    client.on(DescribeCacheClustersCommand).resolves(other);
    const { value } = await gatherFrom(cacheClusters);
    expect(value.items.map(({ engine }) => Observed.open(engine).known)).toEqual([false]);
  });
});

describe('replication groups', () => {
  it('are not asked for where no cluster is a node of one', async () => {
    client.on(DescribeCacheClustersCommand).resolves(answer({ CacheClusters: [cluster('one')] }));
    const { value } = await gatherFrom(replicationGroups);
    expect(value).toMatchObject({ items: [], gaps: [] });
    expect(client.commandCalls(DescribeReplicationGroupsCommand)).toEqual([]);
  });

  it('are asked for where the clusters could not be listed', async () => {
    client
      .on(DescribeCacheClustersCommand)
      .rejects(fault('AccessDenied'))
      .on(DescribeReplicationGroupsCommand)
      .resolves(answer({ ReplicationGroups: [group('a')] }));
    const { value } = await gatherFrom(replicationGroups);
    expect(value.items.map(({ name }) => name)).toEqual(['a']);
  });

  it('are encrypted as the type of encryption says, where it is told', async () => {
    const groups = [
      group('flag'),
      group('flag-off', { AtRestEncryptionEnabled: false }),
      group('by-type', {
        AtRestEncryptionEnabled: false,
        StorageEncryptionType: 'sse-elasticache',
      }),
      group('none', { AtRestEncryptionEnabled: false, StorageEncryptionType: 'none' }),
      group('gone', { Status: 'deleting' }),
      group('untold', { AtRestEncryptionEnabled: undefined }),
    ];
    client
      .on(DescribeCacheClustersCommand)
      .resolves(answer(nodes))
      .on(DescribeReplicationGroupsCommand)
      .resolves(answer({ ReplicationGroups: groups }));
    const { value } = await gatherFrom(replicationGroups);
    const told = value.items.map(({ name, encryptedAtRest }) => {
      const state = Observed.open(encryptedAtRest);
      return [name, state.known ? state.value : 'unknown'];
    });
    expect(told).toEqual([
      ['flag', true],
      ['flag-off', false],
      ['by-type', true],
      ['none', false],
      ['untold', 'unknown'],
    ]);
  });
});
