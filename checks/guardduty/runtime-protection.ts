import { equal } from '../../src/frameworks/relation.ts';
import { turnOnPlan } from '../../src/remedies/guardduty.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { detectors } from '../../src/collectors/guardduty/detectors.ts';
import { judgePlan, runtimeNotes } from '../../src/reasoning/guardduty-plans.ts';

export default defineCheck({
  id: 'guardduty-runtime-protection',
  title: 'GuardDuty watches what runs on instances and in containers',
  severity: 'high',
  responsibility: 'guardduty.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'GuardDuty.11': equal } },
  why: 'Logs of AWS show the calls and the traffic of a machine; which process did it, an agent on the machine alone can tell.',
  fix: 'Turn on Runtime Monitoring, and let GuardDuty keep its agents on EC2, ECS on Fargate and EKS, or install them yourself. It takes the place of EKS Runtime Monitoring.',
  link: 'https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html',
  remedy: turnOnPlan('Runtime Monitoring', 'RUNTIME_MONITORING', 'EC2_AGENT_MANAGEMENT'),

  evaluates: detectors,

  evaluate: (detector, { read }) =>
    judgePlan(read, detector, {
      feature: 'RUNTIME_MONITORING',
      name: 'Runtime Monitoring',
      notes: runtimeNotes,
    }),
});
