import { equal, subsetOf, supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { recordingTrails, trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { judgeRecording, type Wanted } from '../../src/reasoning/trails.ts';

const wanted: Wanted = {
  what: 'all management events',
  isRecorded: ({ management }) => management.reads && management.writes,
  notes: ({ excludedSources }) =>
    excludedSources.length > 0 ? [`it leaves out the events of ${excludedSources.join(', ')}`] : [],
};

export default defineCheck({
  id: 'cloudtrail-multi-region-enabled',
  title: 'A trail records the management events of every Region',
  severity: 'high',
  responsibility: 'cloudtrail.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '3.1': equal },
    'cis-aws-6.0': { '4.1': equal },
    'cis-aws-7.0': { '4.1': equal },
    'aws-fsbp': { 'CloudTrail.1': equal },
    'aws-security-hub': {
      'CloudTrail.3': supersetOf(
        'any one trail is enough for the control; the check asks for one of every Region',
      ),
    },
    'pci-dss-4.0.1': {
      '10.2.1': subsetOf(
        'management events of AWS are one kind of the audit logs that are asked for',
      ),
    },
  },
  why: 'Without a trail of every Region nobody can tell after an incident who did what; intruders like Regions that nobody watches.',
  fix: 'Make one multi-Region trail that records all read and write management events, or turn an existing one into it with aws cloudtrail update-trail --is-multi-region-trail, and start its logging.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
  remedy: {
    console:
      'CloudTrail, Trails, Create trail; management events: read and write. A trail of the console is one of every Region.',
    cli: `aws cloudtrail create-trail --name TRAIL --s3-bucket-name BUCKET \\
  --is-multi-region-trail --enable-log-file-validation
aws cloudtrail start-logging --name TRAIL`,
    terraform: `resource "aws_cloudtrail" "this" {
  name                       = "all-regions"
  s3_bucket_name             = aws_s3_bucket.trail.id
  is_multi_region_trail      = true
  enable_log_file_validation = true
}`,
  },

  evaluates: trailAccount,
  needs: { recording: recordingTrails },

  evaluate: (_, { read, recording }) => judgeRecording(read, recording, wanted),
});
