import * as sdk from '@aws-sdk/client-elasticache';
import { z } from 'zod';
import { elasticache as service } from '../../src/collectors/elasticache/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto makes replication groups without the clusters that are their nodes, and does not keep what it was told of them. */
const state = z.strictObject({
  clusters: z
    .array(
      z.strictObject({
        id: z.string(),
        engine: z.enum(['memcached', 'redis', 'valkey']),
        group: z.string().optional(),
        takesUpgrades: z.boolean(),
      }),
    )
    .default([]),
  groups: z
    .array(
      z.strictObject({
        id: z.string(),
        engine: z.enum(['redis', 'valkey']),
        atRest: z.enum(['none', 'sse-elasticache', 'sse-kms']),
        inTransit: z.boolean(),
      }),
    )
    .default([]),
});

/** The sessions are kept as they should be; the prices of the old shop are not, and pages are held by Memcached. */
async function plant(site: Site): Promise<void> {
  await site.set(
    'state',
    elasticache.state({
      [HOME]: {
        clusters: [
          { id: 'nwh-sessions-001', engine: 'valkey', group: 'nwh-sessions', takesUpgrades: true },
        ],
        groups: [{ id: 'nwh-sessions', engine: 'valkey', atRest: 'sse-kms', inTransit: true }],
      },
      [SECOND]: {
        clusters: [
          { id: 'nwh-prices-001', engine: 'redis', group: 'nwh-prices', takesUpgrades: false },
        ],
        groups: [{ id: 'nwh-prices', engine: 'redis', atRest: 'none', inTransit: false }],
      },
      [US]: { clusters: [{ id: 'nwh-pages', engine: 'memcached', takesUpgrades: false }] },
    }),
  );
  for (const [group, outcome] of [
    ['nwh-sessions', 'pass'],
    ['nwh-prices', 'fail'],
  ] as const) {
    site.expect('elasticache-group-encrypted-at-rest', group, outcome);
    site.expect('elasticache-group-encrypted-in-transit', group, outcome);
    site.expect('elasticache-cluster-auto-minor-upgrade', `${group}-001`, outcome);
  }
}

const arnOf = (region: string, kind: string, id: string) =>
  `<ARN>arn:aws:elasticache:${region}:${ACCOUNT_ID}:${kind}:${id}</ARN>`;

const elasticache = emulate({
  service,
  sdk,
  Client: sdk.ElastiCacheClient,
  state,
  answers: {
    DescribeCacheClusters: (request, { clusters }) => {
      const each = clusters.map(({ id, engine, group, takesUpgrades }) => {
        const of = group === undefined ? '' : `<ReplicationGroupId>${group}</ReplicationGroupId>`;
        return (
          `<CacheCluster><CacheClusterId>${id}</CacheClusterId><Engine>${engine}</Engine>` +
          `<CacheClusterStatus>available</CacheClusterStatus><NumCacheNodes>1</NumCacheNodes>${of}` +
          `<AutoMinorVersionUpgrade>${takesUpgrades}</AutoMinorVersionUpgrade>` +
          `${arnOf(request.region, 'cluster', id)}</CacheCluster>`
        );
      });
      return success(request, `<CacheClusters>${each.join('')}</CacheClusters>`);
    },
    DescribeReplicationGroups: (request, { groups }) => {
      const each = groups.map(
        ({ id, engine, atRest, inTransit }) =>
          `<ReplicationGroup><ReplicationGroupId>${id}</ReplicationGroupId><Status>available</Status>` +
          `<MemberClusters><ClusterId>${id}-001</ClusterId></MemberClusters><Engine>${engine}</Engine>` +
          `<AtRestEncryptionEnabled>${atRest !== 'none'}</AtRestEncryptionEnabled>` +
          `<StorageEncryptionType>${atRest}</StorageEncryptionType>` +
          `<TransitEncryptionEnabled>${inTransit}</TransitEncryptionEnabled>` +
          `${arnOf(request.region, 'replicationgroup', id)}</ReplicationGroup>`,
      );
      return success(request, `<ReplicationGroups>${each.join('')}</ReplicationGroups>`);
    },
  },
  plant,
});
export default elasticache;
