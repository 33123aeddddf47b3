import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import { callsOf } from '../../src/reasoning/alarms/wanted-events.ts';

const wanted = callsOf('changes to network gateways', 'ec2.amazonaws.com', [
  'CreateCustomerGateway',
  'DeleteCustomerGateway',
  'AttachInternetGateway',
  'CreateInternetGateway',
  'DeleteInternetGateway',
  'DetachInternetGateway',
]);

export default defineCheck({
  id: 'cloudwatch-alarm-gateway-changes',
  title: 'An alarm reports changes to Internet and customer gateways',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.12': equal },
    'cis-aws-6.0': { '5.12': equal },
    'cis-aws-7.0': { '5.12': equal },
    'aws-security-hub': { 'CloudWatch.12': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'A gateway is what makes a private network one that the Internet, or another site, can reach.',
  fix: 'Count the calls that make, attach and delete gateways by a metric filter on the log group of the trail, with an alarm that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('GatewayChanges', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate: (_, { read, watch, params }) => judgeAlarm(read, watch, wanted, params),
});
