import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { logAccess } from '../../src/remedies/access-logging.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { trailBucketLogging, trailBuckets } from '../../src/collectors/cloudtrail/trail-buckets.ts';

export default defineCheck({
  id: 'cloudtrail-bucket-access-logging',
  title: 'The bucket of the trail logs who reads it',
  severity: 'low',
  responsibility: 'cloudtrail.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '3.4': equal },
    'cis-aws-6.0': { '4.4': equal },
    'cis-aws-7.0': { '4.4': equal },
    'aws-security-hub': { 'CloudTrail.7': equal },
    'nist-800-53-r5': servesNist(
      'the access log is one record of who read the audit log',
      'AU-2',
      'AU-6',
      'AU-9',
    ),
  },
  why: "Whoever wants to hide what they did goes to the trail's log files; the access log shows who read or deleted them.",
  fix: 'Turn on server access logging for the bucket, to another bucket of the same Region.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
  remedy: logAccess({
    which: 'the bucket of the trail',
    placeholder: 'TRAIL_BUCKET',
    resource: 'trail',
  }),

  evaluates: trailBuckets,
  needs: { logging: trailBucketLogging },

  evaluate(bucket, { read, logging }) {
    const target = read(logging.of(bucket));
    return target
      ? pass(`access is logged to bucket ${target}`)
      : fail('server access logging is off');
  },
});
