import check from '../../../checks/elbv2/http-redirects-to-https.ts';
import type { Ending } from '../../../src/collectors/elb-v2/actions.ts';
import type { Listener } from '../../../src/collectors/elb-v2/listeners.ts';
import type { Rule } from '../../../src/collectors/elb-v2/rules.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import {
  gateway,
  listener,
  loadBalancer,
  network,
  plainListener,
  strange,
} from '../../support/load-balancers.ts';
import { everyone, known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = loadBalancer();
const given = (listeners: readonly Listener[], rules: Observed<readonly Rule[]> = known([])) => ({
  listenersOf: everyone(known(listing(...listeners))),
  rules: everyone(rules),
});
const rule = (ending: Ending) =>
  known([
    { arn: 'arn:1', priority: '1', ending: known<Ending>('redirect-to-https') },
    { arn: 'arn:2', priority: '2', ending: known(ending) },
  ]);
const ends = (ending: Ending) => plainListener({ ending: known(ending) });

testCheck(check, {
  pass: [
    { name: 'it has no listener for HTTP', resource, given: given([listener()]) },
    { name: 'it has no listener at all', resource, given: given([]) },
    {
      name: 'its listener for HTTP redirects to HTTPS and has no rules',
      resource,
      given: given([plainListener(), listener()]),
    },
    {
      name: 'a rule answers by itself beside a default that redirects',
      resource,
      given: given([plainListener()], rule('fixed-response')),
    },
    {
      name: 'the owner allows a listener for HTTP to answer by itself',
      resource,
      given: given([ends('fixed-response')]),
      params: { allowFixedResponse: true },
    },
  ],
  fail: [
    {
      name: 'a listener for HTTP forwards',
      resource,
      given: given([ends('forward')]),
      reasons: ['the listener on port 80 forwards requests over HTTP'],
    },
    {
      name: 'the redirect keeps the protocol of the request',
      resource,
      given: given([ends('redirect-over-http')]),
      reasons: ['redirects without leaving HTTP'],
    },
    {
      name: 'the default redirects, and a rule forwards',
      resource,
      given: given([plainListener()], rule('forward')),
      reasons: ['rule 2 of the listener on port 80 forwards'],
    },
    {
      name: 'a listener for HTTP answers by itself',
      resource,
      given: given([ends('fixed-response')]),
    },
    {
      name: 'one listener forwards, whatever the rules of another are',
      resource,
      given: given([ends('forward'), plainListener({ port: 8080 })], unreadable()),
    },
  ],
  unknown: [
    { name: 'the kind is unheard of', resource: strange, given: given([]) },
    {
      name: 'the listeners may not be described',
      resource,
      given: {
        listenersOf: everyone(known(partialListing<Listener>('denied'))),
        rules: everyone(known([])),
      },
    },
    {
      name: 'the rules may not be described',
      resource,
      given: given([plainListener()], unreadable()),
    },
    {
      name: 'an action is unheard of',
      resource,
      given: given([plainListener({ ending: unreadable('failed') })]),
    },
  ],
  'not-applicable': [
    { name: 'it is a Network Load Balancer', resource: network, given: given([]) },
    { name: 'it is a Gateway Load Balancer', resource: gateway, given: given([]) },
  ],
});
