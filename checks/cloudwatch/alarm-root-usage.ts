import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import type { WantedEvents } from '../../src/reasoning/alarms/wanted-events.ts';

const root = { 'userIdentity.type': 'Root', 'userIdentity.invokedBy': null };

const wanted: WantedEvents = {
  what: 'use of the root user',
  pattern:
    '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
  events: [
    { name: 'calls of root', fields: { ...root, eventType: 'AwsApiCall' } },
    { name: 'sign-ins of root', fields: { ...root, eventType: 'AwsConsoleSignIn' } },
  ],
};

export default defineCheck({
  id: 'cloudwatch-alarm-root-usage',
  title: 'An alarm reports use of the root user',
  severity: {
    is: 'medium',
    because: 'who signs in as root can do everything, and hardly ever needs to',
  },
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.3': equal },
    'cis-aws-6.0': { '5.3': equal },
    'cis-aws-7.0': { '5.3': equal },
    'aws-security-hub': { 'CloudWatch.1': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'The root user can do everything and is for a handful of tasks a year: each use is worth a look at once.',
  fix: 'Count events of the root user by a metric filter on the log group of the trail, with an alarm that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('RootUsage', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate: (_, { read, watch, params }) => judgeAlarm(read, watch, wanted, params),
});
