import check from '../../../checks/vpc/vpn-ikev2-only.ts';
import { testCheck } from '../../support/check-tester.ts';
import type { TunnelOptions } from '../../../src/collectors/ec2/vpn-connections.ts';
import { vpnConnection } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (...versions: TunnelOptions['ike'][]) =>
  vpnConnection({
    options: known(
      versions.map((ike, index) => ({ address: `203.0.113.${index}`, isLogged: true, ike })),
    ),
  });

testCheck(check, {
  pass: [{ name: 'both take IKEv2 alone', resource: having(['ikev2'], ['ikev2']) }],
  fail: [
    {
      name: 'one takes IKEv1 too, as it does by default',
      resource: having(['ikev2'], ['ikev1', 'ikev2']),
      reasons: ['IKEv1 is accepted by 203.0.113.1'],
    },
    { name: 'both take IKEv1 alone', resource: having(['ikev1'], ['ikev1']) },
    { name: 'it has no tunnel', resource: having() },
  ],
  unknown: [{ name: 'it may not be read', resource: vpnConnection({ options: unreadable() }) }],
});
