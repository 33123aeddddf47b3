/** The versions of Kubernetes that EKS offers in a Region, and how long it supports each. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import type { Listing } from '../../observe/observed.ts';
import type { OfferedVersion } from '../../reasoning/kubernetes-support.ts';
import { eksClusters, itemsPerPage } from './clusters.ts';
import { DescribeClusterVersions } from './operations.ts';

const statuses = ['STANDARD_SUPPORT', 'EXTENDED_SUPPORT', 'UNSUPPORTED'] as const;

/** Asked for where there are clusters alone. */
export const kubernetesVersions = defineCollector({
  id: 'eks.kubernetes-versions',
  service: 'eks',
  scope: 'regional',
  calls: [DescribeClusterVersions],
  needs: { clusters: eksClusters },
  gather: async (aws, { clusters }): Promise<Listing<OfferedVersion>> => {
    if (clusters.items.length === 0) return { items: [], gaps: [], sources: [] };
    const input = { includeAll: true, maxResults: itemsPerPage };
    return aws.list(
      DescribeClusterVersions,
      input,
      'clusterVersions',
      (item, members): OfferedVersion => ({
        version: members.must(item, 'clusterVersion'),
        support: members.observe(() =>
          oneOf(members.must(item, 'versionStatus'), statuses, members),
        ),
      }),
      { key: ({ version }) => version },
    );
  },
});
