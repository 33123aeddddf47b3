import check from '../../../checks/ec2/sg-only-authorized-ports-open.ts';
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
      name: '443 and 80 are open',
      resource,
      given: rulesOf({ ...tcp(443), ...anywhere, ...anywhereIpv6 }, { ...tcp(80), ...anywhere }),
      reasons: [
        'not open to the Internet: tcp 0-79 (FTP, SSH, Telnet, SMTP), 81-442, 444-65535; udp 0-65535',
      ],
    },
    {
      name: 'G9 ICMP has no ports',
      resource,
      given: rulesOf({ protocol: 'icmp', fromPort: -1, toPort: -1, ...anywhere }),
    },
    {
      name: 'G19 another port is open to named networks alone',
      resource,
      given: rulesOf({ ...tcp(22), ipv4: ['198.51.100.0/24'] }),
    },
    {
      name: 'G20 another port is open to another group',
      resource,
      given: rulesOf({ ...tcp(22), groups: ['sg-2'] }),
    },
    {
      name: 'a port that the parameters authorize',
      resource,
      given: rulesOf({ ...tcp(51820), protocol: 'udp', ...anywhere }),
      params: { udpPorts: ['51820'] },
    },
    {
      name: 'a large part of the Internet is told of',
      resource,
      given: rulesOf({ ...tcp(8443), ipv4: ['64.0.0.0/2'] }),
      reasons: ['64.0.0.0/2 is a large part of the Internet and let in: tcp 8443'],
    },
  ],
  fail: [
    {
      name: 'another port is open',
      resource,
      given: rulesOf({ ...tcp(8443), ...anywhere }),
      severity: 'high',
      reasons: ['open to 0.0.0.0/0: tcp 8443'],
    },
    {
      name: 'G17 one port of many is enough',
      resource,
      given: rulesOf({ ...tcp(443), ...anywhere }, { ...tcp(9443), ...anywhereIpv6 }),
    },
    {
      name: '443 over UDP is not authorized',
      resource,
      given: rulesOf({ ...tcp(443), protocol: 'udp', ...anywhere }),
      reasons: ['udp 443'],
    },
    {
      name: 'G1 G6 every protocol is open',
      resource,
      given: rulesOf({ ...everyProtocol, ...anywhere }),
      reasons: ['tcp 0-79', 'udp 0-65535'],
    },
    {
      name: 'G2 two halves of the Internet',
      resource,
      given: rulesOf({ ...tcp(8443), ipv4: ['0.0.0.0/1', '128.0.0.0/1'] }),
    },
    {
      name: 'G11 a range that holds authorized ports and others',
      resource,
      given: rulesOf({ ...tcp(79, 81), ...anywhere }),
      reasons: ['tcp 79, tcp 81'],
    },
    {
      name: 'G14 nothing uses the group',
      resource,
      given: given({ rules: [rule({ ...tcp(8443), ...anywhere })], interfaces: [] }),
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
    {
      name: 'no ports are asked for',
      resource,
      given: rulesOf(),
      params: { tcpPorts: ['0-65535'], udpPorts: ['0-65535'] },
    },
  ],
});
