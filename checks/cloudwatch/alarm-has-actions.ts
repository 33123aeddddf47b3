import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { alarms } from '../../src/collectors/cloudwatch/alarms.ts';
import { listed } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'cloudwatch-alarm-has-actions',
  title: 'The alarm does something when it goes off',
  severity: 'high',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: { 'aws-security-hub': { 'CloudWatch.15': equal } },
  why: 'An alarm without an action turns red on a page that nobody looks at.',
  fix: 'Give the alarm an action for the state ALARM, such as a topic of SNS that somebody reads; delete alarms that nobody needs.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
  remedy: {
    console: 'CloudWatch, Alarms, the alarm, Edit, Next: Notification, In alarm.',
    cli: `# put replaces the alarm: give all that describe-alarms shows of it
aws cloudwatch put-metric-alarm --alarm-name ALARM --alarm-actions TOPIC_ARN ...`,
    terraform: `resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_actions = [aws_sns_topic.alarms.arn]
  # …
}`,
  },

  evaluates: alarms,

  evaluate(alarm, { read }) {
    const actions = read(alarm.alarmActions);
    return actions.length > 0
      ? pass(`in the state ALARM it does: ${listed(actions)}`)
      : fail('it has no action for the state ALARM');
  },
});
