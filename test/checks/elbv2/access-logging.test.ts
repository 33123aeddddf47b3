import check from '../../../checks/elbv2/access-logging.ts';
import type { Listener } from '../../../src/collectors/elb-v2/listeners.ts';
import type { Listing } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import {
  gateway,
  listener,
  loadBalancer,
  network,
  noAttributes,
  withAttributes,
} from '../../support/load-balancers.ts';
import { everyone, known, listing, partialListing } from '../../support/observe.ts';

const resource = loadBalancer();
const logs = (on: boolean, listeners: Listing<Listener> = partialListing('denied')) => ({
  ...withAttributes({ accessLogs: known(on) }),
  listenersOf: everyone(known(listeners)),
});
const tcp = listener({ protocol: known('TCP') });
const tls = listener({ protocol: known('TLS') });

testCheck(check, {
  pass: [
    { name: 'they are on', resource, given: logs(true) },
    { name: 'they are on, of a Network Load Balancer', resource: network, given: logs(true) },
  ],
  fail: [
    { name: 'they are off, as by default', resource, given: logs(false) },
    {
      name: 'they are off, of a Network Load Balancer with a listener for TLS',
      resource: network,
      given: logs(false, listing(tcp, tls)),
    },
  ],
  unknown: [
    {
      name: 'the attributes may not be described',
      resource,
      given: { ...noAttributes, listenersOf: everyone(known(listing<Listener>())) },
    },
    {
      name: 'they are off, of a Network Load Balancer whose listeners may not be described',
      resource: network,
      given: logs(false),
    },
  ],
  'not-applicable': [
    {
      name: 'it is a Network Load Balancer without a listener for TLS, which it has no logs of',
      resource: network,
      given: logs(false, listing(tcp)),
    },
    { name: 'it is a Gateway Load Balancer', resource: gateway, given: logs(false) },
  ],
});
