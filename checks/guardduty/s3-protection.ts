import { equal } from '../../src/frameworks/relation.ts';
import { turnOnPlan } from '../../src/remedies/guardduty.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { detectors } from '../../src/collectors/guardduty/detectors.ts';

import { judgePlan } from '../../src/reasoning/guardduty-plans.ts';

export default defineCheck({
  id: 'guardduty-s3-protection',
  title: 'GuardDuty watches who reads and changes objects in S3',
  severity: 'high',
  responsibility: 'guardduty.logging-and-monitoring',
  controls: {
    'aws-fsbp': { 'GuardDuty.10': equal },
  },
  why: 'With stolen credentials objects are read and deleted by calls that management events do not show.',
  fix: 'Turn on S3 Protection: GuardDuty then analyses data events of all buckets, which need not be logged for that. It is charged by the number of events.',
  link: 'https://docs.aws.amazon.com/guardduty/latest/ug/s3-protection.html',
  remedy: turnOnPlan('S3 Protection', 'S3_DATA_EVENTS'),

  evaluates: detectors,

  evaluate: (detector, { read }) =>
    judgePlan(read, detector, {
      feature: 'S3_DATA_EVENTS',
      name: 'S3 Protection',
    }),
});
