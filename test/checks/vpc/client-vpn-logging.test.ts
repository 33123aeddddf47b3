import check from '../../../checks/vpc/client-vpn-logging.ts';
import { testCheck } from '../../support/check-tester.ts';
import type { ClientVpnEndpoint } from '../../../src/collectors/ec2/client-vpn-endpoints.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const endpoint = (logsConnections: Observed<boolean>): ClientVpnEndpoint => ({
  ...resourceOf('client-vpn-endpoint', 'AWS::EC2::ClientVpnEndpoint', 'cvpn-endpoint-1'),
  logsConnections,
});

testCheck(check, {
  pass: [{ name: 'connections are logged', resource: endpoint(known(true)) }],
  fail: [{ name: 'connections are not logged', resource: endpoint(known(false)) }],
  unknown: [{ name: 'it may not be read', resource: endpoint(unreadable()) }],
});
