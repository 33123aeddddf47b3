import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { loadBalancers } from '../../src/collectors/elb-v2/load-balancers.ts';
import { enoughZones } from '../../src/reasoning/zones.ts';

export default defineCheck({
  id: 'elbv2-multiple-zones',
  title: ({ minZones }) => `The load balancer stands in ${minZones} Availability Zones or more`,
  severity: 'medium',
  responsibility: 'elb.availability-and-resilience',
  controls: { 'aws-fsbp': { 'ELB.13': equal } },
  why: 'AWS keeps a zone apart from the others; a load balancer that stands in one is gone with it, whatever its targets do.',
  fix: 'Add a subnet of another zone, and see that there are targets in it.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html',
  remedy: {
    console:
      'EC2, Load Balancers, the load balancer, Network mapping, Edit subnets. Of a Gateway Load Balancer it cannot be changed: make another.',
    cli: 'aws elbv2 set-subnets --load-balancer-arn LOAD_BALANCER_ARN --subnets SUBNET_A SUBNET_B',
    terraform: `resource "aws_lb" "this" {
  subnets = [aws_subnet.a.id, aws_subnet.b.id]
  # …
}`,
  },

  evaluates: loadBalancers,
  params: { minZones: 2 },
  meanings: { minZones: 'in how many Availability Zones it has to stand' },

  evaluate: ({ zones }, { read, params: { minZones } }) => enoughZones(read(zones), minZones),
});
