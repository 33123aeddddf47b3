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
      severity: 'high',
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
