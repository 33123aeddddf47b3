import check from '../../../checks/guardduty/runtime-protection.ts';
import { testCheck } from '../../support/check-tester.ts';
import { detectorWith, featureWith, planCases } from '../../support/guardduty.ts';
import { known } from '../../support/observe.ts';

const the = planCases('RUNTIME_MONITORING');
const agent = (name: string, isOn: boolean) => ({ name, isOn: known(isOn) });

testCheck(check, {
  pass: [
    {
      ...the.on,
      reasons: ['agents by itself on EC2 instances, ECS tasks on Fargate, EKS clusters'],
    },
    {
      name: 'it is on, and keeps some of its agents by itself',
      resource: detectorWith({
        features: known([
          featureWith('RUNTIME_MONITORING', true, {
            additional: [
              agent('EC2_AGENT_MANAGEMENT', true),
              agent('ECS_FARGATE_AGENT_MANAGEMENT', false),
              agent('EKS_ADDON_MANAGEMENT', true),
            ],
          }),
        ]),
      }),
      reasons: ['agents by itself on ECS tasks on Fargate'],
    },
  ],
  fail: [
    the.off,
    the.suspended,
    {
      name: 'only the older EKS Runtime Monitoring is on',
      resource: detectorWith({
        features: known([
          featureWith('EKS_RUNTIME_MONITORING', true),
          featureWith('RUNTIME_MONITORING', false),
        ]),
      }),
      reasons: ['watches EKS alone'],
    },
  ],
  unknown: [the.unread, the.unheardOf, the.unlistedBesideNew],
  manual: [the.unlisted],
});
