import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { trails, trailStatus } from '../../src/collectors/cloudtrail/trails.ts';

const day = 86_400_000;

export default defineCheck({
  id: 'cloudtrail-cloudwatch-logs',
  title: 'The trail delivers its events to CloudWatch Logs',
  severity: 'medium',
  responsibility: 'cloudtrail.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'CloudTrail.5': supersetOf(
        'the control asks for a log group; the check, that events arrive there',
      ),
    },
  },
  why: 'A file in a bucket tells nobody anything; from a log group, filters and alarms can tell within minutes.',
  fix: 'Give the trail a log group and a role that may write to it: aws cloudtrail update-trail --cloud-watch-logs-log-group-arn. What is written there is charged by volume.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
  remedy: {
    console:
      'CloudTrail, Trails, the trail, CloudWatch Logs, Edit, Enabled: a log group and a new role.',
    cli: `aws logs create-log-group --log-group-name GROUP
# ROLE_ARN: a role that cloudtrail.amazonaws.com may assume, and that may
# logs:CreateLogStream and logs:PutLogEvents on the group
aws cloudtrail update-trail --name TRAIL --cloud-watch-logs-role-arn ROLE_ARN \\
  --cloud-watch-logs-log-group-arn arn:aws:logs:REGION:ACCOUNT:log-group:GROUP:*`,
    terraform: `resource "aws_cloudtrail" "this" {
  cloud_watch_logs_group_arn = "\${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail_to_logs.arn
  # …
}`,
  },

  evaluates: trails,
  needs: { status: trailStatus },

  evaluate(trail, { read, status, now }) {
    const hasGroup = () => read(trail.logGroup) !== null;
    const last = () => read(status.of(trail)).cloudWatchDelivery;
    return failWhen(
      {
        'no log group is set': () => !hasGroup(),
        'nothing has arrived in its log group yet': () => hasGroup() && last() === null,
        'nothing has arrived in its log group for a day': () => {
          if (!hasGroup()) return false;
          const arrived = last();
          return arrived !== null && now.getTime() - arrived.getTime() > day;
        },
      },
      'events arrive in its log group',
    );
  },
});
