import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { logGroups } from '../../src/collectors/cloudwatch-logs/log-groups.ts';

export default defineCheck({
  id: 'cloudwatch-log-group-retention',
  title: ({ minDays }) => `The log group keeps its events for ${minDays} days or more`,
  severity: { is: 'low', because: 'what most groups hold is no audit log' },
  responsibility: 'cloudwatch.backup-and-recovery',
  controls: {
    'aws-security-hub': { 'CloudWatch.16': equal },
    'nist-800-53-r5': servesNist('log groups hold some of the records', 'AU-11', 'SI-12'),
  },
  why: 'Intrusions are often found months after they began; what was deleted by then cannot tell how.',
  fix: 'Set the retention of the log group to a year or more, or to what your rules ask for; export what must be kept for longer. A shorter time deletes what is older.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention',
  remedy: {
    console: 'CloudWatch, Log groups, the group, Actions, Edit retention setting.',
    cli: 'aws logs put-retention-policy --log-group-name GROUP --retention-in-days 365',
    terraform: `resource "aws_cloudwatch_log_group" "this" {
  retention_in_days = 365
  # …
}`,
  },

  evaluates: logGroups,
  params: { minDays: 365 },
  meanings: { minDays: 'the fewest days for which events are to be kept' },

  evaluate(group, { read, params: { minDays } }) {
    const days = read(group.retention);
    if (days === null) {
      return pass('events never expire: their cost grows, and personal data in them stays');
    }
    if (days >= minDays) return pass(`events are kept for ${days} days`);
    return read(group.passesOn)
      ? notApplicable('it only passes events on, and its retention cannot be set')
      : fail(`events are deleted after ${days} days`);
  },
});
