import check from '../../../checks/elbv2/listener-secure-protocol.ts';
import { testCheck } from '../../support/check-tester.ts';
import { listener, plainListener } from '../../support/load-balancers.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'it speaks HTTPS', resource: listener() },
    { name: 'it speaks TLS', resource: listener({ protocol: known('TLS') }) },
    {
      name: 'it speaks HTTP, and redirects to HTTPS',
      resource: plainListener(),
      reasons: ['redirects to HTTPS by default'],
    },
  ],
  fail: [
    {
      name: 'it speaks HTTP, and forwards',
      resource: plainListener({ ending: known('forward') }),
      reasons: ['it speaks HTTP'],
    },
    {
      name: 'it redirects, and the owner allows that no more than Security Hub does',
      resource: plainListener({ ending: unreadable() }),
      params: { allowRedirects: false },
    },
    {
      name: 'it passes TCP through, and the owner does not allow that',
      resource: listener({ protocol: known('TCP') }),
      params: { allowPassThrough: false },
      reasons: ['which the load balancer does not encrypt'],
    },
  ],
  manual: [
    { name: 'it passes TCP through', resource: listener({ protocol: known('TCP') }) },
    { name: 'it passes UDP through', resource: listener({ protocol: known('UDP') }) },
    { name: 'it passes QUIC through', resource: listener({ protocol: known('QUIC') }) },
  ],
  unknown: [
    { name: 'the protocol is unheard of', resource: listener({ protocol: unreadable('failed') }) },
    {
      name: 'it speaks HTTP, and its action is unheard of',
      resource: plainListener({ ending: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    { name: 'it speaks GENEVE', resource: listener({ protocol: known('GENEVE') }) },
  ],
});
