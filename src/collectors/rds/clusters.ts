/** Aurora and Multi-AZ DB clusters; and those of Neptune and DocumentDB, which RDS lists as well. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { DBCluster } from '@aws-sdk/client-rds';
import type { Aws, Members } from '../../aws/reads.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { type Cause, type Listing, Observed, pagesOf } from '../../observe/observed.ts';
import type { StorageEncryption } from '../../reasoning/storage-encryption.ts';
import { readEncryption } from './encryption.ts';
import { isDocumentDb, isNeptune, isRds, knownEngine, serviceOf } from './engines.ts';
import { type AssignedParameters, type DbSettings, settingsOf } from './instances.ts';
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
  /** Days. */
  readonly backupRetention: Observed<number>;
  readonly settings: DbSettings;
}

export const dbClusters = defineCollector({
  id: 'rds.clusters',
  service: 'rds',
  scope: 'regional',
  recordedAs: ['AWS::RDS::DBCluster'],
  calls: [DescribeDBClusters],
  gather: (aws) => clustersWhere(aws, isRds),
});

export const neptuneClusters = defineCollector({
  id: 'neptune.clusters',
  service: 'neptune',
  scope: 'regional',
  recordedAs: ['AWS::RDS::DBCluster'],
  calls: [DescribeDBClusters],
  gather: (aws) => clustersWhere(aws, isNeptune),
});

export const documentDbClusters = defineCollector({
  id: 'documentdb.clusters',
  service: 'documentdb',
  scope: 'regional',
  recordedAs: ['AWS::RDS::DBCluster'],
  calls: [DescribeDBClusters],
  gather: (aws) => clustersWhere(aws, isDocumentDb),
});

/** The same call for each of the three services: it is sent once. */
function clustersWhere(aws: Aws, isWanted: (engine: string) => boolean) {
  return aws.list(DescribeDBClusters, { MaxRecords: pageSize }, 'DBClusters', (item, members) => {
    const engine = members.must(item, 'Engine');
    return isWanted(engine) ? clusterIn(item, engine, aws.region, members) : [];
  });
}

function clusterIn(item: DBCluster, engine: string, region: string, members: Members): DbCluster {
  const { must, field, observe } = members;
  return {
    arn: must(item, 'DBClusterArn'),
    type: typeOf(engine),
    name: must(item, 'DBClusterIdentifier'),
    region,
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
        must(item, 'DBClusterMembers').map((each) => must(each, 'DBClusterParameterGroupStatus')),
      ),
    })),
    backupRetention: field(item, 'BackupRetentionPeriod'),
    settings: settingsOf(item, members),
  };
}

/** Of the resource types of CloudFormation, whose names of the services differ. */
function typeOf(engine: string): string {
  if (isNeptune(engine)) return 'AWS::Neptune::DBCluster';
  return isDocumentDb(engine) ? 'AWS::DocDB::DBCluster' : 'AWS::RDS::DBCluster';
}

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
