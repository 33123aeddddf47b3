import { equal } from '../../src/frameworks/relation.ts';
import { logAccess } from '../../src/remedies/access-logging.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { bucketPolicy } from '../../src/collectors/s3/bucket-access.ts';
import { bucketLogging } from '../../src/collectors/s3/bucket-logging.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';
import type { Policy } from '../../src/policy/document.ts';

export default defineCheck({
  id: 's3-bucket-access-logging',
  title: 'The bucket logs who reads and changes its objects',
  severity: 'medium',
  responsibility: 's3.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'S3.9': equal } },
  why: 'Without an access log nobody can tell afterwards which objects were read, changed or deleted, and by whom.',
  fix: 'Turn on server access logging for the bucket, to another bucket of the same Region. Where CloudTrail records the data events of the bucket, that log may stand in for it.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
  remedy: logAccess({ which: 'the bucket', placeholder: 'BUCKET', resource: 'this' }),

  evaluates: buckets,
  needs: { logging: bucketLogging, policy: bucketPolicy },

  evaluate(bucket, { read, logging, policy }) {
    const target = read(logging.of(bucket));
    if (target) return pass(`access is logged to bucket ${target}`);
    // AWS asks no log of a log bucket, which would never end: Security Hub, S3.9.
    if (takesInLogs(read(policy.of(bucket)))) {
      return notApplicable('the bucket policy lets S3 deliver the access logs of buckets here');
    }
    return fail('server access logging is off');
  },
});

/** Amazon S3 user guide, "Enabling Amazon S3 server access logging", "Permissions for log delivery". */
function takesInLogs(policy: Policy | null): boolean {
  return (policy?.statements ?? []).some(
    ({ effect, principal }) =>
      effect === 'Allow' &&
      principal?.mode === 'only' &&
      principal.principals.some(
        ({ type, value }) => type === 'Service' && value === 'logging.s3.amazonaws.com',
      ),
  );
}
