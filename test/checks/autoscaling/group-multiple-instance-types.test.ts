import check from '../../../checks/autoscaling/group-multiple-instance-types.ts';
import { group } from '../../support/auto-scaling-groups.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it may start two types', resource: group(), reasons: ['2 types'] }],
  fail: [
    {
      name: 'it starts one type',
      resource: group({ instanceTypes: known(1) }),
      reasons: ['one type alone'],
    },
  ],
  unknown: [{ name: 'the types are not told', resource: group({ instanceTypes: unreadable() }) }],
  'not-applicable': [
    {
      name: 'it chooses types by attributes',
      resource: group({ instanceTypes: known('by attributes') }),
    },
  ],
});
