/** The operations of Amazon EKS that are sent, each with its IAM action and what its answers mean. */
import { eks } from './service.ts';

export const ListClusters = eks.operation('ListClusters', (sdk) => sdk.ListClustersCommand, {
  action: 'eks:ListClusters',
  pages: 'nextToken',
});

export const DescribeCluster = eks.operation(
  'DescribeCluster',
  (sdk) => sdk.DescribeClusterCommand,
  { action: 'eks:DescribeCluster', gone: ['ResourceNotFoundException'] },
);

export const DescribeClusterVersions = eks.operation(
  'DescribeClusterVersions',
  (sdk) => sdk.DescribeClusterVersionsCommand,
  { action: 'eks:DescribeClusterVersions', pages: 'nextToken' },
);

export const ListFargateProfiles = eks.operation(
  'ListFargateProfiles',
  (sdk) => sdk.ListFargateProfilesCommand,
  // A cluster with profiles cannot be deleted: Amazon EKS API reference, "DeleteCluster".
  {
    action: 'eks:ListFargateProfiles',
    pages: 'nextToken',
    absent: ['ResourceNotFoundException'],
  },
);

export const ListNodegroups = eks.operation('ListNodegroups', (sdk) => sdk.ListNodegroupsCommand, {
  action: 'eks:ListNodegroups',
  pages: 'nextToken',
  // The same of node groups.
  absent: ['ResourceNotFoundException'],
});

export const DescribeNodegroup = eks.operation(
  'DescribeNodegroup',
  (sdk) => sdk.DescribeNodegroupCommand,
  // Only what there is has an ARN: a group that is gone leaves nothing to name.
  { action: 'eks:DescribeNodegroup', absent: ['ResourceNotFoundException'] },
);
