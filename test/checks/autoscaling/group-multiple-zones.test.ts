import check from '../../../checks/autoscaling/group-multiple-zones.ts';
import { group } from '../../support/auto-scaling-groups.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it starts instances in two zones', resource: group() }],
  fail: [
    { name: 'it starts instances in one zone', resource: group({ zones: known(1) }) },
    {
      name: 'three zones are asked for',
      resource: group(),
      params: { minZones: 3 },
    },
  ],
  unknown: [{ name: 'the zones are not told', resource: group({ zones: unreadable() }) }],
});
