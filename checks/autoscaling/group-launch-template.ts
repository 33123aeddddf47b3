import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { groups } from '../../src/collectors/auto-scaling/groups.ts';

export default defineCheck({
  id: 'autoscaling-group-launch-template',
  title: 'The Auto Scaling group starts instances from a launch template',
  severity: 'medium',
  responsibility: 'ec2-auto-scaling.backup-and-recovery',
  controls: { 'aws-fsbp': { 'AutoScaling.9': equal } },
  why: 'Launch configurations have no versions and know nothing of what EC2 brought out since 2022; new accounts cannot make any.',
  fix: 'Make a launch template from the launch configuration and give it to the group.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/migrate-to-launch-templates.html',
  remedy: {
    console:
      'EC2, Launch configurations, Actions, Copy to launch template; then Auto Scaling groups, the group, Edit. Instances that run stay as they are until they are replaced.',
    cli: `aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP \\
  --launch-template 'LaunchTemplateName=TEMPLATE,Version=$Default'`,
    terraform: `resource "aws_autoscaling_group" "this" {
  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }
  # …
}`,
  },

  evaluates: groups,

  evaluate(group, { read }) {
    return read(group.startsFrom) === 'launch template'
      ? pass('it starts instances from a launch template')
      : fail('it starts instances from a launch configuration');
  },
});
