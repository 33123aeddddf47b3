import { subsetOf } from '../../src/frameworks/relation.ts';
import { turnOnPlan } from '../../src/remedies/guardduty.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { detectors } from '../../src/collectors/guardduty/detectors.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';
import { judgePlan } from '../../src/reasoning/guardduty-plans.ts';

export default defineCheck({
  id: 'guardduty-rds-protection',
  title: 'GuardDuty watches sign-ins to databases',
  severity: 'high',
  responsibility: 'guardduty.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'GuardDuty.9': subsetOf('the control asks for it where there is no database, too'),
    },
  },
  why: 'Guessed and stolen database passwords show in sign-ins alone, and those no trail records.',
  fix: 'Turn on RDS Protection: GuardDuty then analyses sign-ins to the databases that it supports, without an agent.',
  link: 'https://docs.aws.amazon.com/guardduty/latest/ug/rds-protection.html',
  remedy: turnOnPlan('RDS Protection', 'RDS_LOGIN_EVENTS'),

  evaluates: detectors,
  needs: { instances: dbInstances },

  evaluate: (detector, { read, instances }) =>
    judgePlan(read, detector, {
      feature: 'RDS_LOGIN_EVENTS',
      name: 'RDS Protection',
      watches: {
        what: 'database instance of RDS',
        isThere: () => read.some(instances, () => true),
      },
    }),
});
