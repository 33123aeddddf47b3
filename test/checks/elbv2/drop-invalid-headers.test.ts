import check from '../../../checks/elbv2/drop-invalid-headers.ts';
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
const on = withAttributes({ dropsInvalidHeaders: known(true) });
const off = withAttributes({ dropsInvalidHeaders: known(false) });

testCheck(check, {
  pass: [{ name: 'it is on', resource, given: on, reasons: ['invalid header fields'] }],
  fail: [
    { name: 'it is off, as by default', resource, given: off, reasons: ['invalid header fields'] },
  ],
  unknown: [
    { name: 'the attributes may not be described', resource, given: noAttributes },
    { name: 'the answer lacks the attribute', resource, given: withAttributes({}) },
    { name: 'the kind is unheard of', resource: strange, given: on },
  ],
  'not-applicable': [
    { name: 'it is a Network Load Balancer', resource: network, given: off },
    { name: 'it is a Gateway Load Balancer', resource: gateway, given: off },
  ],
});
