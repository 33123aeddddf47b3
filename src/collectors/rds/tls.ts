/** Whether databases demand TLS: the parameter of each parameter group, and each database with what it comes to. */
import type { Parameter } from '@aws-sdk/client-rds';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { joinListings } from '../../collect/join-listings.ts';
import { derive, type Listing, Observed, type Read } from '../../observe/observed.ts';
import { dbClusters, type DbCluster } from './clusters.ts';
import { dbInstances, type DbInstance } from './instances.ts';
import { pageSize } from './pages.ts';
import {
  defaultOf,
  isOn,
  type TlsRule,
  tlsParameterNames,
  tlsRuleOf,
} from '../../reasoning/database-tls.ts';
import { DescribeDBParameters, DescribeDBClusterParameters } from './operations.ts';

/** A parameter that decides whether TLS is demanded. */
interface TlsParameter {
  readonly name: string;
  /** Undefined where the engine's default holds. */
  readonly value: string | undefined;
  /** Whether a change waits for a reboot. */
  readonly isStatic: boolean;
}

/** The TLS parameters of the groups that are in use, by the group's name. */
type TlsParameters = ReadonlyMap<string, Listing<TlsParameter>>;

/** What the parameter of a database comes to. */
export interface TlsDemand {
  readonly parameter: string;
  readonly group: string;
  readonly from: 'group' | 'engine-default';
  /** Undefined where the value or the engine's default is not one that is understood. */
  readonly isDemanded: boolean | undefined;
  /** Changes of the group that are not in force yet may include this parameter. */
  readonly isPending: boolean;
}

/** A database whose parameters decide for itself: a cluster, or an instance that is in none. */
export interface TlsTarget extends Resource {
  readonly engine: string;
  /** Undefined for engines where no parameter alone shuts out plain connections. */
  readonly demand: Observed<TlsDemand> | undefined;
}

type Database = DbInstance | DbCluster;

/** The groups of instances that are in no cluster. */
const instanceTlsParameters = defineCollector({
  id: 'rds.instance-tls-parameters',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBParameters],
  needs: { instances: dbInstances },
  gather: (aws, { instances }) =>
    readGroups(standaloneOf(instances).items, (DBParameterGroupName, source) => {
      const input = { DBParameterGroupName, MaxRecords: pageSize, ...source };
      return aws.list(DescribeDBParameters, input, 'Parameters', tlsParameterOf, byName);
    }),
});

/** The groups of clusters, which may bear the names of groups of instances. */
const clusterTlsParameters = defineCollector({
  id: 'rds.cluster-tls-parameters',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBClusterParameters],
  needs: { clusters: dbClusters },
  gather: (aws, { clusters }) =>
    readGroups(clusters.items, (DBClusterParameterGroupName, source) => {
      const input = { DBClusterParameterGroupName, MaxRecords: pageSize, ...source };
      return aws.list(DescribeDBClusterParameters, input, 'Parameters', tlsParameterOf, byName);
    }),
});

/** Every database that decides for itself whether it demands TLS. Members of clusters obey their cluster. */
export const tlsTargets = defineCollector({
  id: 'rds.tls-targets',
  service: 'rds',
  scope: 'regional',
  calls: [],
  needs: {
    instances: dbInstances,
    clusters: dbClusters,
    ofInstances: instanceTlsParameters,
    ofClusters: clusterTlsParameters,
  },
  gather: (_aws, { instances, clusters, ofInstances, ofClusters }) =>
    joinListings([
      targetsOf(standaloneOf(instances), ofInstances),
      targetsOf(clusters, ofClusters),
    ]),
});

function standaloneOf(instances: Listing<DbInstance>): Listing<DbInstance> {
  return { ...instances, items: instances.items.filter(({ cluster }) => cluster === undefined) };
}

/** Which parameters of a group are asked for: those that somebody set, or all. */
type Source = { readonly Source?: 'user' };

/** Reads each group once that a database uses whose engine has a parameter to look for. */
async function readGroups(
  databases: readonly Database[],
  ask: (group: string, source: Source) => Promise<Listing<TlsParameter>>,
): Promise<TlsParameters> {
  // A group has hundreds of parameters, and few that somebody set. The others are needed where it is not known what the
  // engine makes of a parameter that nobody set, or whether a change of it waits for a reboot. Amazon RDS API reference,
  // "DescribeDBParameters", Source.
  const sources = new Map<string, Source>();
  for (const { engine, engineVersion, parameters } of databases) {
    const rule = tlsRuleOf(engine);
    const assigned = Observed.open(parameters);
    if (!rule || !assigned.known) continue;
    const { group, status } = assigned.value;
    const version = Observed.open(engineVersion);
    const isEnough =
      status === 'in-sync' && version.known && defaultOf(rule, version.value) !== undefined;
    if (!isEnough) sources.set(group, {});
    else if (!sources.has(group)) sources.set(group, { Source: 'user' });
  }
  const groups = [...sources].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    await Promise.all(
      groups.map(async ([group, source]): Promise<[string, Listing<TlsParameter>]> => [
        group,
        await ask(group, source),
      ]),
    ),
  );
}

const byName = { key: ({ name }: TlsParameter) => name };

/** The API cannot be asked for one parameter by name. */
function tlsParameterOf(parameter: Parameter, { must }: Members): TlsParameter[] {
  const name = must(parameter, 'ParameterName');
  if (!tlsParameterNames.has(name)) return [];
  const { ParameterValue: value, ApplyType } = parameter;
  return [{ name, value, isStatic: ApplyType !== 'dynamic' }];
}

function targetsOf(databases: Listing<Database>, groups: TlsParameters): Listing<TlsTarget> {
  const items = databases.items.map((database): TlsTarget => {
    const { arn, type, name, region, service, judgedIf, listed, engine } = database;
    const rule = tlsRuleOf(engine);
    const demand = rule && derive((read) => demandOf(read, database, rule, groups));
    const resource = { arn, type, name, region, ...(service ? { service } : {}) };
    const known = { ...(listed ? { listed } : {}), ...(judgedIf ? { judgedIf } : {}) };
    return { ...resource, ...known, engine, demand };
  });
  return { ...databases, items };
}

function demandOf(read: Read, database: Database, rule: TlsRule, groups: TlsParameters): TlsDemand {
  const { group, status } = read(database.parameters);
  const listing = groups.get(group);
  if (!listing) throw new Error(`nothing was asked about parameter group ${group}`);
  // Once it was seen, pages that could not be read do not matter.
  const found = read.find(listing, ({ name }) => name === rule.parameter);
  return {
    parameter: rule.parameter,
    group,
    from: found?.value === undefined ? 'engine-default' : 'group',
    isDemanded:
      found?.value === undefined
        ? defaultOf(rule, read(database.engineVersion))
        : isOn(found.value),
    isPending: status !== 'in-sync' && found?.isStatic !== false,
  };
}
