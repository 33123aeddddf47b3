import check from '../../../checks/ec2/sg-no-ldap-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import { anywhere, rulesOf, securityGroup, tcp } from '../../support/ec2.ts';
import { portCases } from '../../support/open-ports.ts';

const resource = securityGroup();
const { pass, fail, unknown } = portCases({
  port: 389,
  opened: 'tcp 389 (LDAP)',
  closed: 'tcp 389 (LDAP), 636 (LDAP), 3268-3269 (LDAP); udp 389 (LDAP)',
  severity: 'high',
});

testCheck(check, {
  pass,
  fail: [
    ...fail,
    {
      name: 'it is open over UDP',
      resource,
      given: rulesOf({ ...tcp(389), protocol: 'udp', ...anywhere }),
      reasons: ['udp 389 (LDAP)'],
    },
    {
      name: 'the global catalog over TLS',
      resource,
      given: rulesOf({ ...tcp(3269), ...anywhere }),
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
