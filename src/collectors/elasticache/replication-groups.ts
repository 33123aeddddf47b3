/** Replication groups of ElastiCache, which hold the settings that their nodes share. */
import type { ReplicationGroup as AnswerGroup } from '@aws-sdk/client-elasticache';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import { cacheClusters, itemsPerPage, leaving } from './cache-clusters.ts';
import { DescribeReplicationGroups } from './operations.ts';

export interface ReplicationGroup extends Resource {
  readonly encryptedAtRest: Observed<boolean>;
  readonly encryptedInTransit: Observed<boolean>;
}

/** Not asked where no cluster is a node of one. */
export const replicationGroups = defineCollector({
  id: 'elasticache.replication-groups',
  service: 'elasticache',
  scope: 'regional',
  calls: [DescribeReplicationGroups],
  needs: { cacheClusters },
  gather: async (aws, given): Promise<Listing<ReplicationGroup>> => {
    const { items, gaps, sources } = given.cacheClusters;
    if (gaps.length === 0 && !items.some(({ isInGroup }) => isInGroup)) {
      return { items: [], gaps, sources };
    }
    return aws.list(
      DescribeReplicationGroups,
      { MaxRecords: itemsPerPage },
      'ReplicationGroups',
      (group, members): ReplicationGroup | readonly ReplicationGroup[] => {
        const { must, field, observe } = members;
        if (leaving.includes(must(group, 'Status'))) return [];
        return {
          arn: must(group, 'ARN'),
          type: 'AWS::ElastiCache::ReplicationGroup',
          name: must(group, 'ReplicationGroupId'),
          region: aws.region,
          encryptedAtRest: observe(() => isEncrypted(group, members)),
          encryptedInTransit: field(group, 'TransitEncryptionEnabled'),
        };
      },
    );
  },
});

/**
 * `AtRestEncryptionEnabled` may be false of a group that is encrypted, and the type of encryption decides where it is told:
 * Amazon ElastiCache API reference, "ReplicationGroup".
 */
function isEncrypted(group: AnswerGroup, members: Members): boolean {
  const { StorageEncryptionType: type } = group;
  if (type === undefined) return members.must(group, 'AtRestEncryptionEnabled');
  return oneOf(type, ['none', 'sse-elasticache', 'sse-kms'], members) !== 'none';
}
