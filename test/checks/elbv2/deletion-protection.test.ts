import check from '../../../checks/elbv2/deletion-protection.ts';
import { testCheck } from '../../support/check-tester.ts';
import {
  gateway,
  loadBalancer,
  network,
  noAttributes,
  strange,
  withAttributes,
} from '../../support/load-balancers.ts';
import { known } from '../../support/observe.ts';

const resource = loadBalancer();
const on = withAttributes({ deletionProtection: known(true) });
const off = withAttributes({ deletionProtection: known(false) });

testCheck(check, {
  pass: [
    { name: 'it is on', resource, given: on, reasons: ['deletion protection is on'] },
    { name: 'it is on, of a Network Load Balancer', resource: network, given: on },
  ],
  fail: [
    { name: 'it is off, as by default', resource, given: off },
    { name: 'it is off, of a Gateway Load Balancer', resource: gateway, given: off },
  ],
  unknown: [
    { name: 'the attributes may not be described', resource, given: noAttributes },
    { name: 'the answer lacks the attribute', resource, given: withAttributes({}) },
    { name: 'the kind is unheard of', resource: strange, given: on },
  ],
});
