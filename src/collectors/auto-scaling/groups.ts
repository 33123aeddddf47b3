/** Groups of EC2 Auto Scaling, and what each starts its instances from. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeAutoScalingGroups } from './operations.ts';

export interface Group extends Resource {
  readonly startsFrom: Observed<'launch template' | 'launch configuration'>;
}

/** The largest page of the operation. */
const groupsPerPage = 100;

export const groups = defineCollector({
  id: 'ec2-auto-scaling.groups',
  service: 'ec2-auto-scaling',
  scope: 'regional',
  calls: [DescribeAutoScalingGroups],
  gather: (aws) =>
    aws.list(
      DescribeAutoScalingGroups,
      { MaxRecords: groupsPerPage },
      'AutoScalingGroups',
      (group, members): Group => ({
        arn: members.must(group, 'AutoScalingGroupARN'),
        type: 'AWS::AutoScaling::AutoScalingGroup',
        name: members.must(group, 'AutoScalingGroupName'),
        region: aws.region,
        startsFrom: members.observe(() => startOf(group, members)),
      }),
    ),
});

/** A group has one of the three: Amazon EC2 Auto Scaling API reference, "AutoScalingGroup". */
function startOf(group: AutoScalingGroup, { unusable }: Members) {
  if (group.LaunchTemplate || group.MixedInstancesPolicy) return 'launch template';
  if (group.LaunchConfigurationName) return 'launch configuration';
  return unusable('the group names neither a launch template nor a launch configuration');
}
