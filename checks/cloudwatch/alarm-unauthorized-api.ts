import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import type { WantedEvents } from '../../src/reasoning/alarms/wanted-events.ts';

const wanted: WantedEvents = {
  what: 'calls that were refused',
  pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  events: [
    'UnauthorizedOperation',
    'Client.UnauthorizedOperation',
    'AccessDenied',
    'AccessDeniedException',
  ].map((errorCode) => ({ name: errorCode, fields: { errorCode } })),
  mayLeaveOut: true,
};

export default defineCheck({
  id: 'cloudwatch-alarm-unauthorized-api',
  title: 'An alarm reports API calls that were refused',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.1': equal },
    'cis-aws-6.0': { '5.1': equal },
    'cis-aws-7.0': { '5.1': equal },
    'aws-security-hub': { 'CloudWatch.2': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'Whoever took over an identity tries what it may do; the refusals are often the first trace.',
  fix: 'Count refused calls by a metric filter on the log group of the trail, with an alarm that sends to a topic with subscribers. Leave out noisy sources, and choose a threshold above what is usual.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('RefusedCalls', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate: (_, { read, watch, params }) => judgeAlarm(read, watch, wanted, params),
});
