import check from '../../../checks/elb/classic-multiple-zones.ts';
import { testCheck } from '../../support/check-tester.ts';
import { classic } from '../../support/classic-load-balancers.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it stands in two', resource: classic() }],
  fail: [{ name: 'it stands in one', resource: classic({ zones: known(1) }) }],
  unknown: [{ name: 'the zones are not told', resource: classic({ zones: unreadable() }) }],
});
