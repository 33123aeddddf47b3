/** The operations of Amazon EC2, EBS and VPC that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { ec2 } from './service.ts';
import { redactLaunchTemplate, redactUserData } from './user-data-redaction.ts';

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

export const DescribeClientVpnEndpoints = ec2.operation(
  'DescribeClientVpnEndpoints',
  (sdk) => sdk.DescribeClientVpnEndpointsCommand,
  {
    action: 'ec2:DescribeClientVpnEndpoints',
    pages: 'NextToken',
  },
);

export const DescribeImages = ec2.operation('DescribeImages', (sdk) => sdk.DescribeImagesCommand, {
  action: 'ec2:DescribeImages',
  pages: 'NextToken',
});

export const DescribeLaunchTemplateVersions = ec2.operation(
  'DescribeLaunchTemplateVersions',
  (sdk) => sdk.DescribeLaunchTemplateVersionsCommand,
  {
    action: 'ec2:DescribeLaunchTemplateVersions',
    pages: 'NextToken',
    redact: ({ LaunchTemplateVersions, ...rest }) => ({
      ...rest,
      ...(LaunchTemplateVersions
        ? { LaunchTemplateVersions: LaunchTemplateVersions.map(redactLaunchTemplate) }
        : {}),
    }),
  },
);

export const DescribeSpotFleetRequests = ec2.operation(
  'DescribeSpotFleetRequests',
  (sdk) => sdk.DescribeSpotFleetRequestsCommand,
  {
    action: 'ec2:DescribeSpotFleetRequests',
    pages: 'NextToken',
    redact: withoutMembers(
      'SpotFleetRequestConfigs[].SpotFleetRequestConfig.LaunchSpecifications[].UserData',
    ),
  },
);

export const DescribeTransitGateways = ec2.operation(
  'DescribeTransitGateways',
  (sdk) => sdk.DescribeTransitGatewaysCommand,
  {
    action: 'ec2:DescribeTransitGateways',
    pages: 'NextToken',
  },
);

export const DescribeVpcBlockPublicAccessExclusions = ec2.operation(
  'DescribeVpcBlockPublicAccessExclusions',
  (sdk) => sdk.DescribeVpcBlockPublicAccessExclusionsCommand,
  {
    action: 'ec2:DescribeVpcBlockPublicAccessExclusions',
    pages: 'NextToken',
  },
);

export const DescribeVpcBlockPublicAccessOptions = ec2.operation(
  'DescribeVpcBlockPublicAccessOptions',
  (sdk) => sdk.DescribeVpcBlockPublicAccessOptionsCommand,
  {
    action: 'ec2:DescribeVpcBlockPublicAccessOptions',
  },
);

export const DescribeVpnConnections = ec2.operation(
  'DescribeVpnConnections',
  (sdk) => sdk.DescribeVpnConnectionsCommand,
  {
    action: 'ec2:DescribeVpnConnections',
    // Both hold the keys that the two ends know each other by.
    redact: withoutMembers(
      'VpnConnections[].CustomerGatewayConfiguration',
      'VpnConnections[].Options.TunnelOptions[].PreSharedKey',
    ),
  },
);

export const GetInstanceMetadataDefaults = ec2.operation(
  'GetInstanceMetadataDefaults',
  (sdk) => sdk.GetInstanceMetadataDefaultsCommand,
  {
    action: 'ec2:GetInstanceMetadataDefaults',
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
