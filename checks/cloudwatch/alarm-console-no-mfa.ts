import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import { signIn, type WantedEvents } from '../../src/reasoning/alarms/wanted-events.ts';

const user = { 'userIdentity.type': 'IAMUser', 'responseElements.ConsoleLogin': 'Success' };

const wanted: WantedEvents = {
  what: 'console sign-ins without MFA',
  pattern:
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  events: [
    signIn('sign-ins of users without MFA', { ...user, 'additionalEventData.MFAUsed': 'No' }),
  ],
  others: [signIn('sign-ins with MFA', { ...user, 'additionalEventData.MFAUsed': 'Yes' })],
};

export default defineCheck({
  id: 'cloudwatch-alarm-console-no-mfa',
  title: 'An alarm reports console sign-in without MFA',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.2': equal },
    'cis-aws-6.0': { '5.2': equal },
    'cis-aws-7.0': { '5.2': equal },
    'aws-security-hub': { 'CloudWatch.3': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'A password alone was enough: that is either a user whom nobody gave MFA, or somebody who has the password.',
  fix: 'Count sign-ins of IAM users without MFA by a metric filter on the log group of the trail, with an alarm that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('SignInWithoutMfa', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate: (_, { read, watch, params }) => judgeAlarm(read, watch, wanted, params),
});
