/** Whether databases demand TLS: the parameter of each parameter group, and each database with what it comes to. */
import type { Parameter } from '@aws-sdk/client-rds';
import type { Members } from '../aws/aws.ts';
import { defineCollector, type Resource } from '../collector.ts';
import { derive, type Listing, Observed, type Read } from '../observed.ts';
import { dbClusters, type DbCluster } from './rds-clusters.ts';
import { joinListings } from './rds-engines.ts';
import { type AssignedParameters, dbInstances, type DbInstance } from './rds-instances.ts';
import { defaultOf, isOn, type TlsRule, tlsParameterNames, tlsRuleOf } from './rds-tls-rules.ts';
import { rds } from './services.ts';

/** A parameter that decides whether TLS is demanded. */
export interface TlsParameter {
  readonly name: string;
  /** Undefined where the engine's default holds. */
  readonly value: string | undefined;
  /** Whether a change waits for a reboot. */
  readonly isStatic: boolean;
}

/** The TLS parameters of the groups that are in use, by the group's name. */
export type TlsParameters = ReadonlyMap<string, Listing<TlsParameter>>;

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

/** A database with a listener of its own: a cluster, or an instance that is in none. */
export interface TlsTarget extends Resource {
  readonly engine: string;
  /** Undefined for engines where no parameter decides. */
  readonly demand: Observed<TlsDemand> | undefined;
}

const DescribeDBParameters = rds.operation(
  'DescribeDBParameters',
  (sdk) => sdk.DescribeDBParametersCommand,
  {
    action: 'rds:DescribeDBParameters',
    pages: {
      next: (answer) => answer.Marker,
      turn: (input, Marker) => ({ ...input, Marker }),
    },
  },
);

const DescribeDBClusterParameters = rds.operation(
  'DescribeDBClusterParameters',
  (sdk) => sdk.DescribeDBClusterParametersCommand,
  {
    action: 'rds:DescribeDBClusterParameters',
    pages: {
      next: (answer) => answer.Marker,
      turn: (input, Marker) => ({ ...input, Marker }),
    },
  },
);

/** Groups of instances that listen for themselves, where the engine has a parameter to read. */
export const instanceTlsParameters = defineCollector({
  id: 'rds.instance-tls-parameters',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBParameters],
  needs: { instances: dbInstances },
  gather: (aws, { instances }): Promise<TlsParameters> => {
    const assigned = instances.items.filter(isStandalone).filter(hasRule);
    const groups = assigned.flatMap(({ parameters }) => knownOr(parameters, []));
    return readGroups(groups, (DBParameterGroupName) => {
      const input = { DBParameterGroupName, MaxRecords: 100 };
      return aws.list(DescribeDBParameters, input, 'Parameters', tlsParameter);
    });
  },
});

/** Groups of clusters, where the engine has a parameter to read. */
export const clusterTlsParameters = defineCollector({
  id: 'rds.cluster-tls-parameters',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBClusterParameters],
  needs: { clusters: dbClusters },
  gather: (aws, { clusters }): Promise<TlsParameters> => {
    const assigned = clusters.items.filter(hasRule);
    const groups = assigned.flatMap(({ parameters }) => knownOr(parameters, []));
    return readGroups(groups, (DBClusterParameterGroupName) => {
      const input = { DBClusterParameterGroupName, MaxRecords: 100 };
      return aws.list(DescribeDBClusterParameters, input, 'Parameters', tlsParameter);
    });
  },
});

/** Every database that accepts connections; members of clusters take their cluster's setting. */
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
  gather: (_aws, { instances, clusters, ofInstances, ofClusters }): Listing<TlsTarget> => {
    const standalone = { ...instances, items: instances.items.filter(isStandalone) };
    const { items, gaps, sources } = joinListings(standalone, clusters);
    const targets = items.map((database): TlsTarget => {
      const rule = tlsRuleOf(database.engine);
      const parameters = 'multiAz' in database && 'cluster' in database ? ofInstances : ofClusters;
      const demand = rule && derive((read) => demandOf(database, rule, parameters, read));
      const { arn, type, name, region, engine, service } = database;
      return { arn, type, name, region, ...(service ? { service } : {}), engine, demand };
    });
    return { items: targets, gaps, sources };
  },
});

/** The clusters' and the instances' own groups are different things of the API, and may bear the same name. */
function isStandalone({ cluster }: DbInstance): boolean {
  return cluster === undefined;
}

function hasRule({ engine }: { readonly engine: string }): boolean {
  return tlsRuleOf(engine) !== undefined;
}
