import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { alarms } from '../../src/collectors/cloudwatch/alarms.ts';

export default defineCheck({
  id: 'cloudwatch-alarm-actions-enabled',
  title: 'The actions of the alarm are on',
  severity: 'high',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: { 'aws-security-hub': { 'CloudWatch.17': equal } },
  why: 'Actions are turned off for a maintenance, and forgotten: then the alarm goes off and nobody hears of it.',
  fix: 'Turn the actions of the alarm on again.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
  remedy: {
    console: 'CloudWatch, Alarms, the alarm, Actions, Alarm actions, Enable.',
    cli: 'aws cloudwatch enable-alarm-actions --alarm-names ALARM',
    terraform: `resource "aws_cloudwatch_metric_alarm" "this" {
  actions_enabled = true # or left out
  # …
}`,
  },

  evaluates: alarms,

  evaluate: (alarm, { read }) =>
    read(alarm.actionsEnabled) ? pass('its actions are on') : fail('its actions are off'),
});
