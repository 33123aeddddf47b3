import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { trails, trailStatus } from '../../src/collectors/cloudtrail/trails.ts';

export default defineCheck({
  id: 'cloudtrail-log-file-validation',
  title: 'Log file validation is on for the trail',
  severity: 'low',
  responsibility: 'cloudtrail.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '3.2': equal },
    'cis-aws-6.0': { '4.2': equal },
    'cis-aws-7.0': { '4.2': equal },
    'aws-fsbp': { 'CloudTrail.4': equal },
  },
  why: 'The signed digests of validation prove that no log file was changed or taken away since CloudTrail wrote it.',
  fix: 'Turn on log file validation for the trail: aws cloudtrail update-trail --enable-log-file-validation.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
  remedy: {
    console: 'CloudTrail, Trails, the trail, General details, Edit, Log file validation.',
    cli: 'aws cloudtrail update-trail --name TRAIL --enable-log-file-validation',
    terraform: `resource "aws_cloudtrail" "this" {
  enable_log_file_validation = true
  # …
}`,
  },

  evaluates: trails,

  needs: { statuses: trailStatus },

  evaluate(trail, { read, statuses }) {
    if (!read(trail.logFileValidation)) return fail('log file validation is off');
    const { digestError } = read(statuses.of(trail));
    if (digestError === null) return pass('log file validation is on');
    return fail(`log file validation is on, but digest files cannot be delivered: ${digestError}`);
  },
});
