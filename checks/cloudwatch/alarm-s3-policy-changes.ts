import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import { callsOf } from '../../src/reasoning/alarms/wanted-events.ts';

const wanted = callsOf('changes to who may use buckets', 's3.amazonaws.com', [
  'PutBucketAcl',
  'PutBucketPolicy',
  'PutBucketCors',
  'PutBucketLifecycle',
  'PutBucketReplication',
  'DeleteBucketPolicy',
  'DeleteBucketCors',
  'DeleteBucketLifecycle',
  'DeleteBucketReplication',
]);

export default defineCheck({
  id: 'cloudwatch-alarm-s3-policy-changes',
  title: 'An alarm reports changes to the policies and ACLs of buckets',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.8': equal },
    'cis-aws-6.0': { '5.8': equal },
    'cis-aws-7.0': { '5.8': equal },
    'aws-security-hub': { 'CloudWatch.8': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'One changed bucket policy, or one new replication, opens a bucket to people whom nobody meant.',
  fix: 'Count the calls that change policies, ACLs, CORS, lifecycle and replication of buckets by a metric filter on the log group of the trail, with an alarm that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('BucketPolicyChanges', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate: (_, { read, watch, params }) => judgeAlarm(read, watch, wanted, params),
});
