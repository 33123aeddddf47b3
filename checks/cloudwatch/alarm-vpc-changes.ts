import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import { callsOf } from '../../src/reasoning/alarms/wanted-events.ts';

const names = [
  'CreateVpc',
  'DeleteVpc',
  'ModifyVpcAttribute',
  'AcceptVpcPeeringConnection',
  'CreateVpcPeeringConnection',
  'DeleteVpcPeeringConnection',
  'RejectVpcPeeringConnection',
];
/** Of a network that AWS retired in 2023: nobody can make these calls any more, and the controls still name them. */
const retired = [
  'AttachClassicLinkVpc',
  'DetachClassicLinkVpc',
  'DisableVpcClassicLink',
  'EnableVpcClassicLink',
];
const wantedOf = (all: readonly string[]) =>
  callsOf('changes to VPCs and their peering', 'ec2.amazonaws.com', all);
const wanted = wantedOf([...names, ...retired]);

export default defineCheck({
  id: 'cloudwatch-alarm-vpc-changes',
  title: 'An alarm reports changes to VPCs and their peering',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.14': equal },
    'cis-aws-6.0': { '5.14': equal },
    'cis-aws-7.0': { '5.14': equal },
    'aws-security-hub': { 'CloudWatch.14': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'New networks and new peering join what was kept apart; both are rare enough to be looked at each time.',
  fix: 'Count the calls that make, change, delete and peer VPCs by a metric filter on the log group of the trail, with an alarm that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('VpcChanges', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: { ...alarmParams, countsClassicLink: true },
  meanings: {
    ...alarmMeanings,
    countsClassicLink: 'whether the retired calls of ClassicLink must be among them',
  },

  evaluate: (_, { read, watch, params }) =>
    judgeAlarm(read, watch, params.countsClassicLink ? wanted : wantedOf(names), params),
});
