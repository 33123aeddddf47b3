/** The operations of Amazon EC2 Auto Scaling that are sent, each with its IAM action and what its answers mean. */
import { autoScaling } from './service.ts';

export const DescribeAutoScalingGroups = autoScaling.operation(
  'DescribeAutoScalingGroups',
  (sdk) => sdk.DescribeAutoScalingGroupsCommand,
  {
    action: 'autoscaling:DescribeAutoScalingGroups',
    pages: 'NextToken',
  },
);
