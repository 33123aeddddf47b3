/** The operations of Amazon EFS that are sent, each with its IAM action and what its answers mean. */
import { efs } from './service.ts';

export const DescribeFileSystems = efs.operation(
  'DescribeFileSystems',
  (sdk) => sdk.DescribeFileSystemsCommand,
  {
    action: 'elasticfilesystem:DescribeFileSystems',
    pages: { answer: 'NextMarker', input: 'Marker' },
  },
);

export const DescribeBackupPolicy = efs.operation(
  'DescribeBackupPolicy',
  (sdk) => sdk.DescribeBackupPolicyCommand,
  {
    action: 'elasticfilesystem:DescribeBackupPolicy',
    // No policy is the policy DISABLED: EFS API reference, "PolicyNotFound".
    absent: ['PolicyNotFound'],
    gone: ['FileSystemNotFound'],
  },
);

export const DescribeAccessPoints = efs.operation(
  'DescribeAccessPoints',
  (sdk) => sdk.DescribeAccessPointsCommand,
  { action: 'elasticfilesystem:DescribeAccessPoints', pages: 'NextToken' },
);
