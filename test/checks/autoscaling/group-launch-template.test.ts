import check from '../../../checks/autoscaling/group-launch-template.ts';
import { group } from '../../support/auto-scaling-groups.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it has a launch template', resource: group() }],
  fail: [
    {
      name: 'it has a launch configuration',
      resource: group({ startsFrom: known('launch configuration') }),
      reasons: ['launch configuration'],
    },
  ],
  unknown: [{ name: 'it names neither', resource: group({ startsFrom: unreadable('failed') }) }],
});
