/** Kinds of resources of which a generated account has none: an empty list, not an error. */
import type { Answerers } from './question.ts';
import { refuse } from './question.ts';

export const noneOfEc2 = {
  DescribeAddresses: () => ({ Addresses: [] }),
  DescribeClientVpnEndpoints: () => ({ ClientVpnEndpoints: [] }),
  DescribeImages: () => ({ Images: [] }),
  DescribeLaunchTemplates: () => ({ LaunchTemplates: [] }),
  DescribeLaunchTemplateVersions: () => ({ LaunchTemplateVersions: [] }),
  DescribeSpotFleetRequests: () => ({ SpotFleetRequestConfigs: [] }),
  DescribeVpcBlockPublicAccessExclusions: () => ({ VpcBlockPublicAccessExclusions: [] }),
  DescribeVpcBlockPublicAccessOptions: () => ({
    VpcBlockPublicAccessOptions: {
      State: 'default-state',
      InternetGatewayBlockMode: 'off',
      ManagedBy: 'account',
    },
  }),
  DescribeTransitGateways: () => ({ TransitGateways: [] }),
  DescribeVpcEndpointServices: () => ({ ServiceDetails: [], ServiceNames: [] }),
  DescribeVpnConnections: () => ({ VpnConnections: [] }),
  GetImageBlockPublicAccessState: () => ({ ImageBlockPublicAccessState: 'block-new-sharing' }),
  GetInstanceMetadataDefaults: () => ({ AccountLevel: { HttpTokens: 'required' } }),
} satisfies Answerers;

const noTags = () => ({ Tags: [], IsTruncated: false });

export const noneOfIam = {
  ListUserTags: noTags,
  ListRoleTags: noTags,
  ListPolicyTags: noTags,
  ListServerCertificateTags: noTags,
  ListSAMLProviderTags: noTags,
  ListServiceSpecificCredentials: () => ({ ServiceSpecificCredentials: [] }),
} satisfies Answerers;

export const noneOfS3 = {
  GetBucketReplication: () => refuse('ReplicationConfigurationNotFoundError', 404),
  GetBucketTagging: () => refuse('NoSuchTagSet', 404),
  GetObjectLockConfiguration: () => refuse('ObjectLockConfigurationNotFoundError', 404),
  GetBucketNotificationConfiguration: () => ({}),
} satisfies Answerers;

export const noneOfS3Control = {
  ListAccessPoints: () => ({ AccessPointList: [] }),
  ListMultiRegionAccessPoints: () => ({ AccessPoints: [] }),
} satisfies Answerers;

export const noneOfDynamoDb = {
  ListTables: () => ({ TableNames: [] }),
} satisfies Answerers;

export const noneOfKms = {
  ListAliases: () => ({ Aliases: [], Truncated: false }),
  ListResourceTags: () => ({ Tags: [], Truncated: false }),
  ListGrants: () => ({ Grants: [], Truncated: false }),
} satisfies Answerers;

export const noneOfRds = {
  DescribeCertificates: () => ({ Certificates: [] }),
  DescribeDBProxies: () => ({ DBProxies: [] }),
  DescribeDBEngineVersions: () => ({ DBEngineVersions: [] }),
  DescribeEventSubscriptions: () => ({ EventSubscriptionsList: [] }),
} satisfies Answerers;

export const noneOfBackup = {
  ListBackupPlans: () => ({ BackupPlansList: [] }),
  ListBackupVaults: () => ({ BackupVaultList: [] }),
  ListRestoreJobs: () => ({ RestoreJobs: [] }),
  ListRestoreTestingPlans: () => ({ RestoreTestingPlans: [] }),
} satisfies Answerers;

export const noneOfConfig = {
  DescribeConfigurationAggregators: () => ({ ConfigurationAggregators: [] }),
} satisfies Answerers;

export const noneOfCloudTrail = {
  GetInsightSelectors: () => refuse('InsightNotEnabledException'),
} satisfies Answerers;

/** The account is a member of its organisation: none of this is shown to it. */
export const noneOfOrganizations = {
  DescribeAccount: () => refuse('AccessDeniedException'),
  ListDelegatedAdministrators: () => refuse('AccessDeniedException'),
  ListPolicies: () => refuse('AccessDeniedException'),
} satisfies Answerers;
