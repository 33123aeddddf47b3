/** Groups of EC2 Auto Scaling: what each starts its instances from, where, and how it tells which of them are well. */
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeAutoScalingGroups } from './operations.ts';

export interface Group extends Resource {
  readonly startsFrom: Observed<'launch template' | 'launch configuration'>;
  /** In how many Availability Zones it starts instances. */
  readonly zones: Observed<number>;
  /** How many instance types it starts, or that it takes any that have what it asks for. */
  readonly instanceTypes: Observed<number | 'by attributes'>;
  /** Whether a load balancer of Elastic Load Balancing sends requests to its instances. */
  readonly isBehindLoadBalancer: Observed<boolean>;
  /** Whose health checks it heeds: `EC2`, `ELB`, `EBS`, `VPC_LATTICE`. */
  readonly healthChecks: Observed<readonly string[]>;
  /** Of which environment of Elastic Beanstalk it is, by name; null where it is of none. */
  readonly environment: Observed<string | null>;
}

/** The largest page of the operation. */
const groupsPerPage = 100;

export const groups = defineCollector({
  id: 'ec2-auto-scaling.groups',
  service: 'ec2-auto-scaling',
  scope: 'regional',
  recordedAs: ['AWS::AutoScaling::AutoScalingGroup'],
  calls: [DescribeAutoScalingGroups],
  gather: (aws) =>
    aws.list(
      DescribeAutoScalingGroups,
      { MaxRecords: groupsPerPage, IncludeInstances: false },
      'AutoScalingGroups',
      (group, members): Group => ({
        arn: members.must(group, 'AutoScalingGroupARN'),
        type: 'AWS::AutoScaling::AutoScalingGroup',
        name: members.must(group, 'AutoScalingGroupName'),
        region: aws.region,
        ...managed(group),
        startsFrom: members.observe(() => startOf(group, members)),
        zones: members.observe(() => members.must(group, 'AvailabilityZones').length),
        instanceTypes: members.observe(() => typesOf(group, members)),
        isBehindLoadBalancer: members.observe(() => isBehindLoadBalancer(group, members)),
        healthChecks: members.observe(() => members.must(group, 'HealthCheckType').split(',')),
        environment: members.observe(() => environmentOf(group, members)),
      }),
    ),
});

/** Elastic Beanstalk tags what it makes: developer guide, "Tagging resources in your Elastic Beanstalk environments". */
function environmentOf(group: AutoScalingGroup, { must }: Members): string | null {
  const tag = must(group, 'Tags').find(({ Key }) => Key === 'elasticbeanstalk:environment-name');
  return tag ? must(tag, 'Value') : null;
}

/** A group that has an operator is changed by it alone, and has none otherwise: API reference, "AutoScalingGroup". */
function managed({ Operator }: AutoScalingGroup): Pick<Resource, 'managed'> {
  if (!Operator) return {};
  const by = Operator.Principal ?? 'a service provider';
  return { managed: { by: 'aws', reason: `${by} manages it for the account` } };
}

/** A group has one of the three: Amazon EC2 Auto Scaling API reference, "AutoScalingGroup". */
function startOf(group: AutoScalingGroup, { unusable }: Members) {
  if (group.LaunchTemplate || group.MixedInstancesPolicy) return 'launch template';
  if (group.LaunchConfigurationName) return 'launch configuration';
  return unusable('the group names neither a launch template nor a launch configuration');
}

/** Without a mixed instances policy all instances are of the type that the template, or the configuration, names. */
function typesOf(group: AutoScalingGroup, members: Members): number | 'by attributes' {
  const { must } = members;
  if (!group.MixedInstancesPolicy) {
    startOf(group, members);
    return 1;
  }
  const overrides = must(must(group.MixedInstancesPolicy, 'LaunchTemplate'), 'Overrides');
  if (overrides.some(({ InstanceRequirements }) => InstanceRequirements)) return 'by attributes';
  return Math.max(1, new Set(overrides.map((each) => must(each, 'InstanceType'))).size);
}

function isBehindLoadBalancer(group: AutoScalingGroup, { must }: Members): boolean {
  return (
    must(group, 'LoadBalancerNames').length > 0 ||
    must(group, 'TargetGroupARNs').length > 0 ||
    must(group, 'TrafficSources').some((source) => must(source, 'Type') !== 'vpc-lattice')
  );
}
