import check from '../../../checks/elbv2/multiple-zones.ts';
import { testCheck } from '../../support/check-tester.ts';
import { loadBalancer } from '../../support/load-balancers.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'it stands in two', resource: loadBalancer() },
    { name: 'it stands in three', resource: loadBalancer({ zones: known(3) }) },
  ],
  fail: [
    {
      name: 'it stands in one',
      resource: loadBalancer({ zones: known(1), kind: known('network') }),
      reasons: ['1, fewer than 2'],
    },
    {
      name: 'it stands in two, and the owner wants three',
      resource: loadBalancer(),
      params: { minZones: 3 },
    },
  ],
  unknown: [{ name: 'the zones are not told', resource: loadBalancer({ zones: unreadable() }) }],
});
