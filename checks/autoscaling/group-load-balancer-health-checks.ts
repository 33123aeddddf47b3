import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { groups } from '../../src/collectors/auto-scaling/groups.ts';

export default defineCheck({
  id: 'autoscaling-group-load-balancer-health-checks',
  title: 'The Auto Scaling group behind a load balancer heeds its health checks',
  severity: 'low',
  responsibility: 'ec2-auto-scaling.availability-and-resilience',
  controls: { 'aws-fsbp': { 'AutoScaling.1': equal } },
  why: 'EC2 sees whether an instance runs, not whether it answers: one that hangs is never replaced.',
  fix: 'Turn on the health checks of Elastic Load Balancing, with a grace period that is longer than the start of an instance.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html',
  remedy: {
    console:
      'EC2, Auto Scaling groups, the group, Health checks, Edit, Turn on Elastic Load Balancing health checks. Instances that fail them now are replaced.',
    cli: `aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP \\
  --health-check-type ELB --health-check-grace-period 300`,
    terraform: `resource "aws_autoscaling_group" "this" {
  health_check_type         = "ELB"
  health_check_grace_period = 300
  # …
}`,
  },

  evaluates: groups,

  evaluate({ isBehindLoadBalancer, healthChecks }, { read }) {
    if (!read(isBehindLoadBalancer)) return notApplicable('no load balancer stands before it');
    const heeded = read(healthChecks);
    return heeded.includes('ELB')
      ? pass('it heeds the health checks of the load balancer')
      : fail(`it heeds the health checks of ${heeded.join(', ')} alone`);
  },
});
