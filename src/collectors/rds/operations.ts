/** The operations of Amazon RDS and Aurora that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { rds } from './service.ts';

export const DescribeDBClusters = rds.operation(
  'DescribeDBClusters',
  (sdk) => sdk.DescribeDBClustersCommand,
  {
    action: 'rds:DescribeDBClusters',
    pages: 'Marker',
    redact: withoutMembers('DBClusters[].PendingModifiedValues.MasterUserPassword'),
  },
);

export const DescribeDBInstances = rds.operation(
  'DescribeDBInstances',
  (sdk) => sdk.DescribeDBInstancesCommand,
  {
    action: 'rds:DescribeDBInstances',
    pages: 'Marker',
    redact: withoutMembers('DBInstances[].PendingModifiedValues.MasterUserPassword'),
  },
);

export const DescribeDBSnapshots = rds.operation(
  'DescribeDBSnapshots',
  (sdk) => sdk.DescribeDBSnapshotsCommand,
  {
    action: 'rds:DescribeDBSnapshots',
    pages: 'Marker',
  },
);

export const DescribeDBClusterSnapshots = rds.operation(
  'DescribeDBClusterSnapshots',
  (sdk) => sdk.DescribeDBClusterSnapshotsCommand,
  {
    action: 'rds:DescribeDBClusterSnapshots',
    pages: 'Marker',
  },
);

export const DescribeDBSnapshotAttributes = rds.operation(
  'DescribeDBSnapshotAttributes',
  (sdk) => sdk.DescribeDBSnapshotAttributesCommand,
  {
    action: 'rds:DescribeDBSnapshotAttributes',
    gone: ['DBSnapshotNotFound', 'DBSnapshotNotFoundFault'],
  },
);

export const DescribeDBClusterSnapshotAttributes = rds.operation(
  'DescribeDBClusterSnapshotAttributes',
  (sdk) => sdk.DescribeDBClusterSnapshotAttributesCommand,
  { action: 'rds:DescribeDBClusterSnapshotAttributes', gone: ['DBClusterSnapshotNotFoundFault'] },
);

export const DescribeDBProxies = rds.operation(
  'DescribeDBProxies',
  (sdk) => sdk.DescribeDBProxiesCommand,
  {
    action: 'rds:DescribeDBProxies',
    pages: 'Marker',
  },
);

export const DescribeDBEngineVersions = rds.operation(
  'DescribeDBEngineVersions',
  (sdk) => sdk.DescribeDBEngineVersionsCommand,
  { action: 'rds:DescribeDBEngineVersions', pages: 'Marker' },
);

export const DescribeDBParameters = rds.operation(
  'DescribeDBParameters',
  (sdk) => sdk.DescribeDBParametersCommand,
  {
    action: 'rds:DescribeDBParameters',
    pages: 'Marker',
  },
);

export const DescribeDBClusterParameters = rds.operation(
  'DescribeDBClusterParameters',
  (sdk) => sdk.DescribeDBClusterParametersCommand,
  {
    action: 'rds:DescribeDBClusterParameters',
    pages: 'Marker',
  },
);
