/** Managed node groups of EKS. Nodes that the customer adds himself are instances, and no API of EKS knows them. */
import type { Nodegroup as AnswerNodegroup } from '@aws-sdk/client-eks';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { joinListings, listingOfEach, reachedBy } from '../../collect/join-listings.ts';
import { type Listing, Observed, pagesOf } from '../../observe/observed.ts';
import { type EksCluster, eksClusters, itemsPerPage } from './clusters.ts';
import { DescribeNodegroup, ListNodegroups } from './operations.ts';

export interface Nodegroup extends Resource {
  /** Such as `1.34`. */
  readonly version: Observed<string>;
  /** The version of the control plane; undefined where that was deleted since the group was listed. */
  readonly clusterVersion: Observed<string | undefined>;
  /** Codes of what EKS finds wrong with the group. */
  readonly issues: Observed<readonly string[]>;
  readonly remoteAccess: Observed<RemoteAccess>;
}

/**
 * Who may log in to the nodes. `launch-template`: the template decides, and EKS tells nothing of it. `everywhere`: the port
 * is open to the Internet. `groups`: it is open to the security groups that were named.
 */
export type RemoteAccess = 'none' | 'launch-template' | 'everywhere' | 'groups';

export const nodegroups = defineCollector({
  id: 'eks.nodegroups',
  service: 'eks',
  scope: 'regional',
  calls: [ListNodegroups, DescribeNodegroup],
  needs: { clusters: eksClusters },
  gather: async (aws, given): Promise<Listing<Nodegroup>> => {
    const { gaps, sources } = given.clusters;
    const ofClusters = given.clusters.items.map(async (cluster) => {
      const { name: clusterName } = cluster;
      const names = await aws.list(
        ListNodegroups,
        { clusterName, maxResults: itemsPerPage },
        'nodegroups',
        (nodegroupName) => nodegroupName,
      );
      const described = names.items.map((nodegroupName) =>
        aws.get(
          DescribeNodegroup,
          { clusterName, nodegroupName },
          (answer, members) =>
            nodegroupOf(members.must(answer, 'nodegroup'), cluster, members, aws.region),
          { whenAbsent: null },
        ),
      );
      const pages = [...pagesOf(cluster, sources), ...names.sources];
      return joinListings([
        { ...names, items: [] },
        reachedBy(pages, listingOfEach(await Promise.all(described))),
      ]);
    });
    return joinListings([{ items: [], gaps, sources }, ...(await Promise.all(ofClusters))]);
  },
});

function nodegroupOf(
  group: AnswerNodegroup,
  cluster: EksCluster,
  members: Members,
  region: string,
): Nodegroup {
  const { must, field, observe } = members;
  return {
    arn: must(group, 'nodegroupArn'),
    type: 'AWS::EKS::Nodegroup',
    name: `${cluster.name}/${must(group, 'nodegroupName')}`,
    region,
    version: field(group, 'version'),
    clusterVersion: unlessGone(cluster.version),
    issues: observe(() =>
      must(must(group, 'health'), 'issues').map((issue) => must(issue, 'code')),
    ),
    remoteAccess: observe(() => remoteAccessOf(group)),
  };
}

/** Of a control plane that is gone, nodes can be no version behind. */
function unlessGone(version: Observed<string>): Observed<string | undefined> {
  const state = Observed.open(version);
  if (state.known || !state.causes.some(({ reason }) => reason === 'gone')) return version;
  return Observed.known(undefined, ...state.causes.map(({ source }) => source));
}

/** Amazon EKS API reference, "Nodegroup" and "RemoteAccessConfig": what was not set is left out. */
function remoteAccessOf({ remoteAccess, launchTemplate }: AnswerNodegroup): RemoteAccess {
  if (launchTemplate !== undefined) return 'launch-template';
  if (!remoteAccess?.ec2SshKey) return 'none';
  return (remoteAccess.sourceSecurityGroups ?? []).length === 0 ? 'everywhere' : 'groups';
}
