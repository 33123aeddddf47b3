import check from '../../../checks/elbv2/desync-mode.ts';
import { testCheck } from '../../support/check-tester.ts';
import {
  gateway,
  loadBalancer,
  network,
  noAttributes,
  withAttributes,
} from '../../support/load-balancers.ts';
import { known } from '../../support/observe.ts';

const resource = loadBalancer();
const monitor = withAttributes({ desyncMode: known('monitor') });

testCheck(check, {
  pass: [
    {
      name: 'it is defensive, as by default',
      resource,
      given: withAttributes({ desyncMode: known('defensive') }),
    },
    {
      name: 'it is strictest',
      resource,
      given: withAttributes({ desyncMode: known('strictest') }),
    },
  ],
  fail: [{ name: 'it only watches', resource, given: monitor, reasons: ['is monitor'] }],
  unknown: [
    { name: 'the attributes may not be described', resource, given: noAttributes },
    { name: 'the mode is unheard of', resource, given: withAttributes({}) },
  ],
  'not-applicable': [
    { name: 'it is a Network Load Balancer', resource: network, given: monitor },
    { name: 'it is a Gateway Load Balancer', resource: gateway, given: monitor },
  ],
});
