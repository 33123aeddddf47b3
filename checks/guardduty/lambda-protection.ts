import { equal } from '../../src/frameworks/relation.ts';
import { turnOnPlan } from '../../src/remedies/guardduty.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { detectors } from '../../src/collectors/guardduty/detectors.ts';

import { judgePlan } from '../../src/reasoning/guardduty-plans.ts';

export default defineCheck({
  id: 'guardduty-lambda-protection',
  title: 'GuardDuty watches the traffic of Lambda functions',
  severity: 'high',
  responsibility: 'guardduty.logging-and-monitoring',
  controls: {
    'aws-fsbp': { 'GuardDuty.6': equal },
  },
  why: 'A function that was changed, or whose library was, gives itself away by whom it talks to.',
  fix: 'Turn on Lambda Protection: GuardDuty then analyses the network activity of all functions.',
  link: 'https://docs.aws.amazon.com/guardduty/latest/ug/lambda-protection.html',
  remedy: turnOnPlan('Lambda Protection', 'LAMBDA_NETWORK_LOGS'),

  evaluates: detectors,

  evaluate: (detector, { read }) =>
    judgePlan(read, detector, {
      feature: 'LAMBDA_NETWORK_LOGS',
      name: 'Lambda Protection',
    }),
});
