import check from '../../../checks/vpc/vpn-tunnel-logging.ts';
import { testCheck } from '../../support/check-tester.ts';
import { vpnConnection } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (...logged: boolean[]) =>
  vpnConnection({
    options: known(
      logged.map((isLogged, index) => ({ address: `203.0.113.${index}`, isLogged, ike: [] })),
    ),
  });

testCheck(check, {
  pass: [{ name: 'both write logs', resource: having(true, true) }],
  fail: [
    { name: 'one writes none', resource: having(true, false), reasons: ['no logs of 203.0.113.1'] },
    { name: 'it has no tunnel', resource: having() },
  ],
  unknown: [{ name: 'it may not be read', resource: vpnConnection({ options: unreadable() }) }],
});
