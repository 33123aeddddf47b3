import check from '../../../checks/ec2/sg-no-cifs-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import {
  anywhere,
  anywhereIpv6,
  everyProtocol,
  rulesOf,
  securityGroup,
  tcp,
} from '../../support/ec2.ts';
import { everyone, unreadable } from '../../support/observe.ts';

const resource = securityGroup();
const netbios = rulesOf({ protocol: 'udp', fromPort: 137, toPort: 138, ...anywhere });

testCheck(check, {
  pass: [
    { name: 'another port', resource, given: rulesOf({ ...tcp(443), ...anywhere }) },
    {
      name: 'F25 a pass speaks of the ports that were looked at, and of no other of SMB',
      resource,
      given: rulesOf({ ...tcp(139), ...anywhere }),
      reasons: [/^not open to the Internet: tcp 445 \(SMB\)$/],
    },
    {
      name: 'F25 strict mode names the ports of NetBIOS too',
      resource,
      given: rulesOf(),
      params: { strict: true },
      reasons: ['tcp 139 (NetBIOS), 445 (SMB); udp 137-138 (NetBIOS)'],
    },
    {
      name: 'SMB does not go over UDP',
      resource,
      given: rulesOf({ ...tcp(445), protocol: 'udp', ...anywhere }),
    },
    { name: 'NetBIOS is for strict mode', resource, given: netbios },
  ],
  fail: [
    {
      name: '445 over IPv4',
      resource,
      given: rulesOf({ ...tcp(445), ...anywhere }),
      severity: 'critical',
    },
    { name: 'G3 445 over IPv6', resource, given: rulesOf({ ...tcp(445), ...anywhereIpv6 }) },
    { name: 'G1 every protocol', resource, given: rulesOf({ ...everyProtocol, ...anywhere }) },
    {
      name: 'strict mode: NetBIOS',
      resource,
      given: netbios,
      params: { strict: true },
      reasons: ['udp 137-138 (NetBIOS)'],
    },
  ],
  unknown: [
    {
      name: 'the rules may not be read',
      resource,
      given: { ...rulesOf(), ingress: everyone(unreadable()) },
    },
  ],
});
