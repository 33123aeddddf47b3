import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { groups } from '../../src/collectors/auto-scaling/groups.ts';
import { enoughZones } from '../../src/reasoning/zones.ts';

export default defineCheck({
  id: 'autoscaling-group-multiple-zones',
  title: ({ minZones }) =>
    `The Auto Scaling group starts instances in ${minZones} Availability Zones or more`,
  severity: 'medium',
  responsibility: 'ec2-auto-scaling.availability-and-resilience',
  controls: { 'aws-fsbp': { 'AutoScaling.2': equal } },
  why: 'When its only zone is down, a group can start no instance at all: what it was made for fails with the zone.',
  fix: 'Add a subnet of another zone to the group. It then moves some of its instances there.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-availability-zone-balanced.html',
  remedy: {
    console:
      'EC2, Auto Scaling groups, the group, Network, Edit, Availability Zones and subnets. Balancing starts instances in the new zone and ends others.',
    cli: `aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP \\
  --vpc-zone-identifier SUBNET_A,SUBNET_B`,
    terraform: `resource "aws_autoscaling_group" "this" {
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  # …
}`,
  },

  evaluates: groups,
  params: { minZones: 2 },
  meanings: { minZones: 'in how many Availability Zones it has to start instances' },

  evaluate: ({ zones }, { read, params: { minZones } }) => enoughZones(read(zones), minZones),
});
