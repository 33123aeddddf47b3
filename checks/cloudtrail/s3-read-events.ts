import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { recordS3Objects } from '../../src/remedies/s3-data-events.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { recordingTrails, trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { judgeRecording, type Wanted } from '../../src/reasoning/trails.ts';

const wanted: Wanted = {
  what: 'read events of all S3 objects',
  isRecorded: ({ s3Objects }) => s3Objects.reads,
};

export default defineCheck({
  id: 'cloudtrail-s3-read-events',
  title: 'A trail records who reads which objects in S3',
  severity: 'medium',
  responsibility: 'cloudtrail.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '3.9': equal },
    'cis-aws-6.0': { '4.9': equal },
    'cis-aws-7.0': { '4.9': equal },
    'aws-security-hub': { 'S3.23': equal },
    'nist-800-53-r5': servesNist(
      'reads of objects are one kind of event to record',
      'AU-2',
      'AU-12',
    ),
  },
  why: 'Management events do not tell who read an object; without data events the loss of data goes unseen.',
  fix: 'Add data events of S3 for all current and future buckets, with read events, to a multi-Region trail that is on (aws cloudtrail put-event-selectors). They are charged by number.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
  remedy: recordS3Objects('readOnly'),

  evaluates: trailAccount,
  needs: { recording: recordingTrails },

  evaluate: (_, { read, recording }) => judgeRecording(read, recording, wanted),
});
