import check from '../../../checks/vpc/interface-source-dest-check.ts';
import { testCheck } from '../../support/check-tester.ts';
import { networkInterface } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const off = networkInterface({ checksSourceAndDestination: known(false) });

testCheck(check, {
  pass: [{ name: 'it checks', resource: networkInterface() }],
  fail: [{ name: 'it does not check', resource: off }],
  unknown: [
    {
      name: 'it may not be read',
      resource: networkInterface({ checksSourceAndDestination: unreadable() }),
    },
  ],
  'not-applicable': [
    { name: 'the parameters say that it routes', resource: off, params: { routers: ['eni-1'] } },
  ],
  'out-of-scope': [
    {
      name: 'G16 a service of AWS made it, such as a NAT gateway',
      resource: networkInterface({
        managed: { by: 'aws', reason: 'a service of AWS made the interface and manages it' },
        checksSourceAndDestination: known(false),
      }),
    },
  ],
});
