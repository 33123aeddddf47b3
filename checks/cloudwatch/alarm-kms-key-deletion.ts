import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import { callsOf } from '../../src/reasoning/alarms/wanted-events.ts';

const wanted = callsOf('disabling and deletion of KMS keys', 'kms.amazonaws.com', [
  'DisableKey',
  'ScheduleKeyDeletion',
]);

export default defineCheck({
  id: 'cloudwatch-alarm-kms-key-deletion',
  title: 'An alarm reports that a KMS key is disabled or scheduled for deletion',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.7': equal },
    'cis-aws-6.0': { '5.7': equal },
    'cis-aws-7.0': { '5.7': equal },
    'aws-security-hub': { 'CloudWatch.7': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'What a deleted key encrypted is lost for good; an alarm leaves the days of its waiting period to call it back.',
  fix: 'Count DisableKey and ScheduleKeyDeletion by a metric filter on the log group of the trail, which must not leave out the events of KMS, with an alarm that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('KmsKeyDeletion', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate: (_, { read, watch, params }) => judgeAlarm(read, watch, wanted, params),
});
