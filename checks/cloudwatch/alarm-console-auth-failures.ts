import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import { signIn, type WantedEvents } from '../../src/reasoning/alarms/wanted-events.ts';

const wanted: WantedEvents = {
  what: 'console sign-ins that failed',
  pattern: '{ ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") }',
  events: [signIn('sign-ins that failed', { errorMessage: 'Failed authentication' })],
  others: [
    signIn('sign-ins that went well', {
      errorMessage: null,
      'responseElements.ConsoleLogin': 'Success',
    }),
  ],
};

export default defineCheck({
  id: 'cloudwatch-alarm-console-auth-failures',
  title: 'An alarm reports failed console sign-ins',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.6': equal },
    'cis-aws-6.0': { '5.6': equal },
    'cis-aws-7.0': { '5.6': equal },
    'aws-security-hub': { 'CloudWatch.6': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'Many failed sign-ins in a short time are somebody who guesses passwords.',
  fix: 'Count failed sign-ins by a metric filter on the log group of the trail, with an alarm above the usual number that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('FailedSignIns', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate: (_, { read, watch, params }) => judgeAlarm(read, watch, wanted, params),
});
