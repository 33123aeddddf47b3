import check from '../../../checks/ec2/instance-not-paravirtual.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it runs on hardware virtualization', resource: instance() }],
  fail: [
    { name: 'it is paravirtual', resource: instance({ virtualization: known('paravirtual') }) },
  ],
  unknown: [
    { name: 'it is not told', resource: instance({ virtualization: unreadable('failed') }) },
  ],
});
