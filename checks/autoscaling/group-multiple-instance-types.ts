import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { groups } from '../../src/collectors/auto-scaling/groups.ts';

export default defineCheck({
  id: 'autoscaling-group-multiple-instance-types',
  title: 'The Auto Scaling group may start instances of several types',
  severity: 'medium',
  responsibility: 'ec2-auto-scaling.availability-and-resilience',
  controls: { 'aws-fsbp': { 'AutoScaling.6': equal } },
  why: 'A zone that has no more capacity of one type often has it of another; a group of one type waits until there is some.',
  fix: 'Give the group a mixed instances policy with several types, or let it choose by attributes.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html',
  remedy: {
    console:
      'EC2, Auto Scaling groups, the group, Instance type requirements, Edit, Override launch template. Instances that run stay.',
    cli: `aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP \\
  --mixed-instances-policy file://policy.json`,
    terraform: `resource "aws_autoscaling_group" "this" {
  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.this.id
      }
      override {
        instance_type = "m7g.large"
      }
      override {
        instance_type = "m6g.large"
      }
    }
  }
  # …
}`,
  },

  evaluates: groups,

  evaluate({ instanceTypes }, { read }) {
    const types = read(instanceTypes);
    if (types === 'by attributes') return notApplicable('it chooses instance types by attributes');
    return types > 1
      ? pass(`it may start instances of ${types} types`)
      : fail('it starts instances of one type alone');
  },
});
