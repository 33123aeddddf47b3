import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { classicLoadBalancers } from '../../src/collectors/elb/classic-load-balancers.ts';
import { enoughZones } from '../../src/reasoning/zones.ts';

export default defineCheck({
  id: 'elb-classic-multiple-zones',
  title: ({ minZones }) =>
    `The Classic Load Balancer stands in ${minZones} Availability Zones or more`,
  severity: 'medium',
  responsibility: 'elb.availability-and-resilience',
  controls: { 'aws-fsbp': { 'ELB.10': equal } },
  why: 'AWS keeps a zone apart from the others; a load balancer that stands in one is gone with it, whatever its instances do.',
  fix: 'Attach a subnet of another zone, with instances in it; better, move to an Application or Network Load Balancer.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-manage-subnets.html',
  remedy: {
    console: 'EC2, Load Balancers, the load balancer, Network mapping, Edit subnets.',
    cli: 'aws elb attach-load-balancer-to-subnets --load-balancer-name NAME --subnets SUBNET_B',
    terraform: `resource "aws_elb" "this" {
  subnets = [aws_subnet.a.id, aws_subnet.b.id]
  # …
}`,
  },

  evaluates: classicLoadBalancers,
  params: { minZones: 2 },
  meanings: { minZones: 'in how many Availability Zones it has to stand' },

  evaluate: ({ zones }, { read, params: { minZones } }) => enoughZones(read(zones), minZones),
});
