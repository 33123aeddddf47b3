import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { trails } from '../../src/collectors/cloudtrail/trails.ts';

export default defineCheck({
  id: 'cloudtrail-log-file-validation',
  title: 'Log file validation is on for the trail',
  severity: 'low',
  responsibility: 'cloudtrail.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': ['3.2'],
    'cis-aws-6.0': ['4.2'],
    'cis-aws-7.0': ['4.2'],
    'aws-fsbp': ['CloudTrail.4'],
    'nist-800-53-r5': ['AU-9', 'SI-4', 'SI-7(1)', 'SI-7(3)', 'SI-7(7)'],
    'pci-dss-4.0.1': ['10.3.2'],
  },
  why: 'The signed digests of validation prove that no log file was changed or taken away since CloudTrail wrote it.',
  fix: 'Turn on log file validation for the trail: aws cloudtrail update-trail --enable-log-file-validation.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',

  evaluates: trails,

  evaluate: (trail, { read }) =>
    read(trail.logFileValidation)
      ? pass('log file validation is on')
      : fail('log file validation is off'),
});
