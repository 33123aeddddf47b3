/** Clusters of EKS: the endpoint of their API, their version, their logs, and on what their pods run. */
import type { Cluster as AnswerCluster } from '@aws-sdk/client-eks';
import { oneOf } from '../../aws/one-of.ts';
import type { Aws, Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type MayKnowGone, perResource } from '../../collect/per-resource.ts';
import { parseCidr } from '../../network/cidr.ts';
import { derive, type Listing, Observed, pagesOf } from '../../observe/observed.ts';
import { DescribeCluster, ListClusters, ListFargateProfiles } from './operations.ts';

export interface EksCluster extends Resource {
  /** Such as `1.34`. */
  readonly version: Observed<string>;
  readonly endpoint: Observed<ClusterEndpoint>;
  /** The ARN of the key of the customer that encrypts Kubernetes secrets; undefined where there is none. */
  readonly secretsKey: Observed<string | undefined>;
  /** The kinds of control plane logs that are on. */
  readonly logs: Observed<readonly ControlPlaneLog[]>;
}

export interface ClusterEndpoint {
  readonly isPublic: boolean;
  /** From where the public endpoint can be reached. */
  readonly cidrs: readonly string[];
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_LogSetup.html */
export const controlPlaneLogs = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
] as const;
export type ControlPlaneLog = (typeof controlPlaneLogs)[number];

/** The largest page of the lists of EKS. */
export const itemsPerPage = 100;

/** What AWS runs the nodes of, if it does. */
type Nodes = 'auto-mode' | 'fargate' | 'own';

export const eksClusters = defineCollector({
  id: 'eks.clusters',
  service: 'eks',
  scope: 'regional',
  recordedAs: ['AWS::EKS::Cluster'],
  calls: [ListClusters, DescribeCluster, ListFargateProfiles],
  gather: async (aws): Promise<Listing<EksCluster> & MayKnowGone> => {
    const input = { maxResults: itemsPerPage };
    const { sources, ...found } = await aws.list(ListClusters, input, 'clusters', (name) => ({
      arn: `arn:${aws.partition}:eks:${aws.region}:${aws.account}:cluster/${name}`,
      name,
    }));
    const described = await perResource(found.items, ({ name }) =>
      aws.get(DescribeCluster, { name }, (answer, members) =>
        settingsOf(members.must(answer, 'cluster'), members),
      ),
    );
    const nodes = await perResource(found.items, async (cluster) => {
      const isAuto = derive((read) => read(read(described.of(cluster)).isAuto));
      const profiles = await profilesOf(aws, cluster.name, isAuto);
      return derive((read): Nodes => {
        if (read(isAuto)) return 'auto-mode';
        return read.list(profiles).length > 0 ? 'fargate' : 'own';
      });
    });
    const items = found.items.map((cluster): EksCluster => {
      const setting = <T>(of: (settings: Settings) => Observed<T>) =>
        derive((read) => read(of(read(described.of(cluster)))));
      const whose = Observed.open(nodes.of(cluster));
      return {
        ...cluster,
        type: 'AWS::EKS::Cluster',
        region: aws.region,
        ...(whose.known ? belongsTo(whose.value) : {}),
        judgedIf: nodes.of(cluster),
        listed: [...pagesOf(cluster, sources), ...(whose.known ? whose.sources : [])],
        version: setting(({ version }) => version),
        endpoint: setting(({ endpoint }) => endpoint),
        secretsKey: setting(({ secretsKey }) => secretsKey),
        logs: setting(({ logs }) => logs),
      };
    });
    const { gone } = described;
    return { ...found, sources, items, ...(gone ? { gone } : {}) };
  },
});

/** Of a cluster in Auto Mode nobody has to ask: its nodes are AWS's either way. */
async function profilesOf(
  aws: Aws,
  clusterName: string,
  isAuto: Observed<boolean>,
): Promise<Listing<string>> {
  const state = Observed.open(isAuto);
  if (state.known && state.value) return { items: [], gaps: [], sources: [] };
  const input = { clusterName, maxResults: itemsPerPage };
  return aws.list(ListFargateProfiles, input, 'fargateProfileNames', (name) => name);
}

/** A node group is a resource of its own, so a cluster that has some beside belongs to the part that AWS runs. */
function belongsTo(nodes: Nodes): Pick<Resource, 'service' | 'variant'> {
  switch (nodes) {
    case 'auto-mode':
      return { service: 'eks-fargate', variant: 'eks-auto-mode' };
    case 'fargate':
      return { service: 'eks-fargate' };
    case 'own':
      return {};
  }
}

type Settings = Pick<EksCluster, 'version' | 'endpoint' | 'secretsKey' | 'logs'> & {
  readonly isAuto: Observed<boolean>;
};

function settingsOf(cluster: AnswerCluster, members: Members): Settings {
  const { must, field, observe } = members;
  return {
    version: field(cluster, 'version'),
    // Left out of clusters that were never in Auto Mode.
    isAuto: observe(() => cluster.computeConfig?.enabled === true),
    endpoint: observe(() => {
      const network = must(cluster, 'resourcesVpcConfig');
      if (!must(network, 'endpointPublicAccess')) return { isPublic: false, cidrs: [] };
      return {
        isPublic: true,
        cidrs: must(network, 'publicAccessCidrs').map((text) => knownCidr(text, members)),
      };
    }),
    // Left out where no key of the customer encrypts anything.
    secretsKey: observe(() =>
      (cluster.encryptionConfig ?? [])
        .filter((each) => must(each, 'resources').includes('secrets'))
        .map((each) => must(must(each, 'provider'), 'keyArn'))
        .at(0),
    ),
    logs: observe(() =>
      must(must(cluster, 'logging'), 'clusterLogging')
        .filter((each) => must(each, 'enabled'))
        .flatMap((each) => must(each, 'types'))
        .map((type) => oneOf(type, controlPlaneLogs, members)),
    ),
  };
}

function knownCidr(text: string, { unusable }: Members): string {
  return parseCidr(text) ? text : unusable('what may reach the endpoint is no CIDR block');
}
