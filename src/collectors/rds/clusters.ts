/** Aurora and Multi-AZ DB clusters. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { readEncryption, type StorageEncryption } from './encryption.ts';
import { isRds, serviceOf } from './engines.ts';
import type { AssignedParameters } from './instances.ts';
import { pageSize } from './pages.ts';
import { DescribeDBClusters } from './operations.ts';

export interface DbCluster extends Resource {
  readonly engine: string;
  readonly engineVersion: Observed<string>;
  /** Aurora Serverless v1, which has no instances. */
  readonly isServerlessV1: boolean;
  readonly encryption: Observed<StorageEncryption>;
  readonly multiAz: Observed<boolean>;
  /** The group of the cluster, with the statuses of all members joined: `in-sync` only if each is. */
  readonly parameters: Observed<AssignedParameters>;
}

export const dbClusters = defineCollector({
  id: 'rds.clusters',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBClusters],
  gather: (aws) =>
    aws.list(DescribeDBClusters, { MaxRecords: pageSize }, 'DBClusters', (item, members) => {
      const { must, field, observe } = members;
      const engine = must(item, 'Engine');
      if (!isRds(engine)) return [];
      const cluster: DbCluster = {
        arn: must(item, 'DBClusterArn'),
        type: 'AWS::RDS::DBCluster',
        name: must(item, 'DBClusterIdentifier'),
        region: aws.region,
        ...serviceOf(engine),
        engine,
        engineVersion: field(item, 'EngineVersion'),
        // Multi-AZ DB clusters have no mode; a provisioned cluster's is `provisioned`.
        isServerlessV1: item.EngineMode === 'serverless',
        encryption: observe(() => readEncryption(item, members)),
        multiAz: field(item, 'MultiAZ'),
        parameters: observe(() => ({
          group: must(item, 'DBClusterParameterGroup'),
          status: joinStatuses(
            must(item, 'DBClusterMembers').map((each) =>
              must(each, 'DBClusterParameterGroupStatus'),
            ),
          ),
        })),
      };
      return cluster;
    }),
});

/** A cluster without members runs nothing that could lag behind its group. */
function joinStatuses(statuses: readonly string[]): string {
  return statuses.find((status) => status !== 'in-sync') ?? 'in-sync';
}
