import check from '../../../checks/ec2/sg-no-telnet-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import {
  given,
  rule,
  anywhere,
  anywhereIpv6,
  everyProtocol,
  rulesOf,
  securityGroup,
  tcp,
} from '../../support/ec2.ts';
import { everyone, unreadable } from '../../support/observe.ts';

const resource = securityGroup();

testCheck(check, {
  pass: [
    {
      name: 'another port',
      resource,
      given: rulesOf({ ...tcp(443), ...anywhere }),
      reasons: ['not open to the Internet: tcp 23 (Telnet)'],
    },
    {
      name: 'G19 it is open to named networks alone',
      resource,
      given: rulesOf({ ...tcp(23), ipv4: ['198.51.100.0/24'] }),
    },
    {
      name: 'G20 it is open to another group',
      resource,
      given: rulesOf({ ...tcp(23), groups: ['sg-2'] }),
    },
    {
      name: 'G9 ICMP has no ports',
      resource,
      given: rulesOf({ protocol: 'icmp', fromPort: -1, toPort: -1, ...anywhere }),
    },
  ],
  fail: [
    {
      name: 'it is open over IPv4',
      resource,
      given: rulesOf({ ...tcp(23), ...anywhere }),
      severity: 'critical',
      reasons: ['open to 0.0.0.0/0: tcp 23 (Telnet)'],
    },
    {
      name: 'G1 G6 every protocol is open',
      resource,
      given: rulesOf({ ...everyProtocol, ...anywhere }),
    },
    {
      name: 'G2 two halves of the Internet',
      resource,
      given: rulesOf({ ...tcp(23), ipv4: ['0.0.0.0/1', '128.0.0.0/1'] }),
    },
    { name: 'G3 it is open over IPv6', resource, given: rulesOf({ ...tcp(23), ...anywhereIpv6 }) },
    {
      name: 'G11 a range that holds it',
      resource,
      given: rulesOf({ ...tcp(22, 24), ...anywhere }),
    },
    {
      name: 'G14 nothing uses the group',
      resource,
      given: given({ rules: [rule({ ...tcp(23), ...anywhere })], interfaces: [] }),
      severity: 'low',
      latent: true,
    },
  ],
  unknown: [
    {
      name: 'the rules may not be read',
      resource,
      given: { ...rulesOf(), ingress: everyone(unreadable()) },
    },
  ],
  'not-applicable': [
    { name: 'no ports are asked for', resource, given: rulesOf(), params: { ports: [] } },
  ],
});
