import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import { callsOf } from '../../src/reasoning/alarms/wanted-events.ts';

const wanted = callsOf('changes to AWS Config', 'config.amazonaws.com', [
  'StopConfigurationRecorder',
  'DeleteDeliveryChannel',
  'PutDeliveryChannel',
  'PutConfigurationRecorder',
]);

export default defineCheck({
  id: 'cloudwatch-alarm-config-changes',
  title: 'An alarm reports changes to AWS Config',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.9': equal },
    'cis-aws-6.0': { '5.9': equal },
    'cis-aws-7.0': { '5.9': equal },
    'aws-security-hub': { 'CloudWatch.9': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'While the recorder stands still nobody sees what is changed, and that is what an intruder wants.',
  fix: 'Count the calls that stop the recorder, or change it and its channel, by a metric filter on the log group of the trail, with an alarm that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('ConfigChanges', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate: (_, { read, watch, params }) => judgeAlarm(read, watch, wanted, params),
});
