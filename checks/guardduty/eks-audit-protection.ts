import { equal } from '../../src/frameworks/relation.ts';
import { turnOnPlan } from '../../src/remedies/guardduty.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { detectors } from '../../src/collectors/guardduty/detectors.ts';

import { judgePlan } from '../../src/reasoning/guardduty-plans.ts';

export default defineCheck({
  id: 'guardduty-eks-audit-protection',
  title: 'GuardDuty watches the audit logs of EKS clusters',
  severity: 'high',
  responsibility: 'guardduty.logging-and-monitoring',
  controls: {
    'aws-fsbp': { 'GuardDuty.5': equal },
  },
  why: 'What an intruder does in a cluster goes through its Kubernetes API, which CloudTrail does not record.',
  fix: 'Turn on EKS Protection: GuardDuty then analyses the audit logs of all clusters, which need not be logged for that.',
  link: 'https://docs.aws.amazon.com/guardduty/latest/ug/kubernetes-protection.html',
  remedy: turnOnPlan('EKS Protection', 'EKS_AUDIT_LOGS'),

  evaluates: detectors,

  evaluate: (detector, { read }) =>
    judgePlan(read, detector, {
      feature: 'EKS_AUDIT_LOGS',
      name: 'EKS Protection',
    }),
});
