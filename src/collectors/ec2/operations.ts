/** The operations of Amazon EC2, EBS and VPC that are sent, each with its IAM action and what its answers mean. */
import { ec2 } from './service.ts';
import { redactUserData } from './user-data-redaction.ts';

export const GetEbsEncryptionByDefault = ec2.operation(
  'GetEbsEncryptionByDefault',
  (sdk) => sdk.GetEbsEncryptionByDefaultCommand,
  { action: 'ec2:GetEbsEncryptionByDefault' },
);

export const DescribeFlowLogs = ec2.operation(
  'DescribeFlowLogs',
  (sdk) => sdk.DescribeFlowLogsCommand,
  {
    action: 'ec2:DescribeFlowLogs',
    pages: 'NextToken',
  },
);

export const DescribeInstances = ec2.operation(
  'DescribeInstances',
  (sdk) => sdk.DescribeInstancesCommand,
  {
    action: 'ec2:DescribeInstances',
    pages: 'NextToken',
  },
);

export const DescribeNetworkAcls = ec2.operation(
  'DescribeNetworkAcls',
  (sdk) => sdk.DescribeNetworkAclsCommand,
  {
    action: 'ec2:DescribeNetworkAcls',
    pages: 'NextToken',
  },
);

export const DescribeNetworkInterfaces = ec2.operation(
  'DescribeNetworkInterfaces',
  (sdk) => sdk.DescribeNetworkInterfacesCommand,
  {
    action: 'ec2:DescribeNetworkInterfaces',
    pages: 'NextToken',
  },
);

export const DescribeManagedPrefixLists = ec2.operation(
  'DescribeManagedPrefixLists',
  (sdk) => sdk.DescribeManagedPrefixListsCommand,
  {
    action: 'ec2:DescribeManagedPrefixLists',
    pages: 'NextToken',
  },
);

export const GetManagedPrefixListEntries = ec2.operation(
  'GetManagedPrefixListEntries',
  (sdk) => sdk.GetManagedPrefixListEntriesCommand,
  {
    action: 'ec2:GetManagedPrefixListEntries',
    pages: 'NextToken',
  },
);

export const DescribeSnapshots = ec2.operation(
  'DescribeSnapshots',
  (sdk) => sdk.DescribeSnapshotsCommand,
  {
    action: 'ec2:DescribeSnapshots',
    pages: 'NextToken',
  },
);

export const DescribeSnapshotAttribute = ec2.operation(
  'DescribeSnapshotAttribute',
  (sdk) => sdk.DescribeSnapshotAttributeCommand,
  { action: 'ec2:DescribeSnapshotAttribute', gone: ['InvalidSnapshot.NotFound'] },
);

export const GetSnapshotBlockPublicAccessState = ec2.operation(
  'GetSnapshotBlockPublicAccessState',
  (sdk) => sdk.GetSnapshotBlockPublicAccessStateCommand,
  { action: 'ec2:GetSnapshotBlockPublicAccessState' },
);

export const DescribeRouteTables = ec2.operation(
  'DescribeRouteTables',
  (sdk) => sdk.DescribeRouteTablesCommand,
  {
    action: 'ec2:DescribeRouteTables',
    pages: 'NextToken',
  },
);

export const DescribeSecurityGroups = ec2.operation(
  'DescribeSecurityGroups',
  (sdk) => sdk.DescribeSecurityGroupsCommand,
  {
    action: 'ec2:DescribeSecurityGroups',
    pages: 'NextToken',
  },
);

export const DescribeInstanceAttribute = ec2.operation(
  'DescribeInstanceAttribute',
  (sdk) => sdk.DescribeInstanceAttributeCommand,
  {
    action: 'ec2:DescribeInstanceAttribute',
    gone: ['InvalidInstanceID.NotFound'],
    redact: ({ UserData, ...rest }) => ({
      ...rest,
      ...(UserData ? { UserData: redactUserData(UserData.Value) } : {}),
    }),
  },
);

export const DescribeVolumes = ec2.operation(
  'DescribeVolumes',
  (sdk) => sdk.DescribeVolumesCommand,
  {
    action: 'ec2:DescribeVolumes',
    pages: 'NextToken',
  },
);

export const DescribeVpcEndpoints = ec2.operation(
  'DescribeVpcEndpoints',
  (sdk) => sdk.DescribeVpcEndpointsCommand,
  {
    action: 'ec2:DescribeVpcEndpoints',
    pages: 'NextToken',
  },
);

export const DescribeVpcPeeringConnections = ec2.operation(
  'DescribeVpcPeeringConnections',
  (sdk) => sdk.DescribeVpcPeeringConnectionsCommand,
  {
    action: 'ec2:DescribeVpcPeeringConnections',
    pages: 'NextToken',
  },
);

export const DescribeVpcs = ec2.operation('DescribeVpcs', (sdk) => sdk.DescribeVpcsCommand, {
  action: 'ec2:DescribeVpcs',
  pages: 'NextToken',
});

export const DescribeSubnets = ec2.operation(
  'DescribeSubnets',
  (sdk) => sdk.DescribeSubnetsCommand,
  {
    action: 'ec2:DescribeSubnets',
    pages: 'NextToken',
  },
);

export const DescribeRegions = ec2.operation(
  'DescribeRegions',
  (sdk) => sdk.DescribeRegionsCommand,
  {
    action: 'ec2:DescribeRegions',
    anywhere: true,
  },
);
