/** Aurora and Multi-AZ DB clusters. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { type Cause, type Listing, Observed, pagesOf } from '../../observe/observed.ts';
import { readEncryption, type StorageEncryption } from './encryption.ts';
import { isRds, knownEngine, serviceOf } from './engines.ts';
import type { AssignedParameters } from './instances.ts';
import { pageSize } from './pages.ts';
import { DescribeDBClusters } from './operations.ts';

export interface DbCluster extends Resource {
  readonly engine: string;
  readonly engineVersion: Observed<string>;
  /** The global database that it is part of. */
  readonly globalCluster: string | undefined;
  /** Whether an Internet access gateway lets clients in from outside any VPC. */
  readonly hasInternetGateway: boolean;
  readonly autoMinorVersionUpgrade: Observed<boolean>;
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
        judgedIf: knownEngine(engine, members),
        engine,
        engineVersion: field(item, 'EngineVersion'),
        // Multi-AZ DB clusters have no mode; a provisioned cluster's is `provisioned`.
        isServerlessV1: item.EngineMode === 'serverless',
        // Amazon RDS API reference, "DBCluster": members of no global database lack the one, and clusters that were not
        // created through express configuration the other.
        globalCluster: item.GlobalClusterIdentifier || undefined,
        hasInternetGateway: item.InternetAccessGatewayEnabled === true,
        autoMinorVersionUpgrade: field(item, 'AutoMinorVersionUpgrade'),
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

const byName = lookupBy(({ name }: DbCluster) => name);

/** The cluster that an instance is a member of. */
export function clusterOf(clusters: Listing<DbCluster>, name: string): Observed<DbCluster> {
  const found = byName(clusters, name);
  const [cluster] = found.items;
  if (cluster) return Observed.known(cluster, ...pagesOf(cluster, clusters.sources));
  const detail = `cluster ${name} is not among those that were listed`;
  const missing = clusters.sources.map((source): Cause => ({ reason: 'failed', detail, source }));
  return Observed.unreadable(...(found.gaps.length > 0 ? found.gaps : missing));
}

/** A cluster without members runs nothing that could lag behind its group. */
function joinStatuses(statuses: readonly string[]): string {
  return statuses.find((status) => status !== 'in-sync') ?? 'in-sync';
}
