import check from '../../../checks/vpc/vpn-tunnels-up.ts';
import { testCheck } from '../../support/check-tester.ts';
import { vpnConnection } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (...up: boolean[]) =>
  vpnConnection({
    tunnels: known(up.map((isUp, index) => ({ address: `203.0.113.${index}`, isUp }))),
  });

testCheck(check, {
  pass: [{ name: 'both are up', resource: having(true, true) }],
  fail: [
    { name: 'one is down', resource: having(true, false), reasons: ['down: 203.0.113.1'] },
    { name: 'it has one tunnel alone', resource: having(true) },
    { name: 'it has no tunnel yet', resource: having() },
  ],
  unknown: [{ name: 'it may not be read', resource: vpnConnection({ tunnels: unreadable() }) }],
});
