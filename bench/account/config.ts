/** AWS Config: a recorder in most Regions that are in use. */
import type {
  DescribeConfigurationRecordersResponse,
  DescribeConfigurationRecorderStatusResponse,
  DescribeDeliveryChannelsResponse,
  GetDiscoveredResourceCountsResponse,
  ResourceCount,
} from '@aws-sdk/client-config-service';
import { accountId, percent } from './identity.ts';
import type { Answerers } from './question.ts';
import { countIn, homeRegion, regionOf } from './regions.ts';
import { bucketName } from './s3.ts';
import type { Kind, Size } from './sizes.ts';

/** A year. */
const recordedFor = 365 * 24 * 60 * 60 * 1000;

/** What AWS Config records of what a generated account has in a Region. */
function countsIn(size: Size, region: string): readonly ResourceCount[] {
  const of = (kind: Kind) => countIn(size, kind, region);
  const counts: readonly ResourceCount[] = [
    { resourceType: 'AWS::EC2::Instance', count: of('instances') },
    { resourceType: 'AWS::EC2::Volume', count: of('volumes') },
    { resourceType: 'AWS::EC2::VPC', count: of('vpcs') },
    { resourceType: 'AWS::EC2::Subnet', count: of('subnets') },
    { resourceType: 'AWS::EC2::RouteTable', count: of('routeTables') },
    { resourceType: 'AWS::EC2::NetworkAcl', count: of('networkAcls') },
    { resourceType: 'AWS::EC2::SecurityGroup', count: of('securityGroups') },
    { resourceType: 'AWS::EC2::NetworkInterface', count: of('networkInterfaces') },
    { resourceType: 'AWS::EC2::VPCEndpoint', count: of('vpcEndpoints') },
    { resourceType: 'AWS::RDS::DBInstance', count: of('dbInstances') },
    { resourceType: 'AWS::RDS::DBCluster', count: of('dbClusters') },
    // As the lists have them: of each two one is of an instance.
    { resourceType: 'AWS::RDS::DBSnapshot', count: Math.ceil(of('dbSnapshots') / 2) },
    { resourceType: 'AWS::RDS::DBClusterSnapshot', count: Math.floor(of('dbSnapshots') / 2) },
    { resourceType: 'AWS::KMS::Key', count: of('keys') },
    { resourceType: 'AWS::S3::Bucket', count: bucketsIn(size, region) },
  ];
  return counts.filter(({ count = 0 }) => count > 0);
}

function bucketsIn(size: Size, region: string): number {
  const places = Array.from({ length: size.counts.buckets }, (_, index) => regionOf(size, index));
  return places.filter((place) => place === region).length;
}

function hasRecorder(region: string): boolean {
  return region === homeRegion || percent('recorder', region, 0) < 70;
}

export const configAnswers = {
  DescribeConfigurationRecorders: ({ region }): DescribeConfigurationRecordersResponse => ({
    ConfigurationRecorders: hasRecorder(region)
      ? [
          {
            name: 'default',
            roleARN: `arn:aws:iam::${accountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
            recordingGroup: {
              allSupported: true,
              includeGlobalResourceTypes: region === homeRegion,
              resourceTypes: [],
              recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
            },
          },
        ]
      : [],
  }),
  DescribeConfigurationRecorderStatus: ({
    region,
    now,
  }): DescribeConfigurationRecorderStatusResponse => ({
    ConfigurationRecordersStatus: hasRecorder(region)
      ? [
          {
            name: 'default',
            recording: percent('recording', region, 0) < 90,
            lastStatus: 'Success',
            lastStartTime: new Date(now.getTime() - recordedFor),
          },
        ]
      : [],
  }),
  DescribeDeliveryChannels: ({ region }): DescribeDeliveryChannelsResponse => ({
    DeliveryChannels: hasRecorder(region) ? [{ name: 'default', s3BucketName: bucketName(0) }] : [],
  }),
  GetDiscoveredResourceCounts: ({ region, size }): GetDiscoveredResourceCountsResponse => {
    const resourceCounts = [...countsIn(size, region)];
    const totalDiscoveredResources = resourceCounts.reduce((sum, { count = 0 }) => sum + count, 0);
    return { totalDiscoveredResources, resourceCounts };
  },
} satisfies Answerers;
