import check from '../../../checks/ec2/sg-no-kerberos-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import { anywhere, rulesOf, securityGroup, tcp } from '../../support/ec2.ts';
import { portCases } from '../../support/open-ports.ts';

const resource = securityGroup();
const { pass, fail, unknown } = portCases({
  port: 88,
  opened: 'tcp 88 (Kerberos)',
  closed: 'tcp 88 (Kerberos), 464 (Kerberos), 749 (Kerberos); udp 88 (Kerberos), 464 (Kerberos)',
  severity: 'high',
});

testCheck(check, {
  pass,
  fail: [
    ...fail,
    {
      name: 'it is open over UDP',
      resource,
      given: rulesOf({ ...tcp(464), protocol: 'udp', ...anywhere }),
      reasons: ['udp 464 (Kerberos)'],
    },
  ],
  unknown,
  'not-applicable': [
    {
      name: 'no ports are asked for',
      resource,
      given: rulesOf(),
      params: { tcpPorts: [], udpPorts: [] },
    },
  ],
});
