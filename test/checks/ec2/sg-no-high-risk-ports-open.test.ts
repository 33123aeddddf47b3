import check from '../../../checks/ec2/sg-no-high-risk-ports-open.ts';
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
      reasons: [
        'not open to the Internet: tcp 20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300',
      ],
    },
    {
      name: 'G19 it is open to named networks alone',
      resource,
      given: rulesOf({ ...tcp(8080), ipv4: ['198.51.100.0/24'] }),
    },
    {
      name: 'G20 it is open to another group',
      resource,
      given: rulesOf({ ...tcp(8080), groups: ['sg-2'] }),
    },
    {
      name: 'G9 ICMP has no ports',
      resource,
      given: rulesOf({ protocol: 'icmp', fromPort: -1, toPort: -1, ...anywhere }),
    },
    {
      name: 'SSH and RDP have checks of their own',
      resource,
      given: rulesOf({ ...tcp(22), ...anywhere }, { ...tcp(3389), ...anywhere }),
    },
  ],
  fail: [
    {
      name: 'it is open over IPv4',
      resource,
      given: rulesOf({ ...tcp(8080), ...anywhere }),
      severity: 'critical',
      reasons: ['open to 0.0.0.0/0: tcp 8080'],
    },
    {
      name: 'G1 G6 every protocol is open',
      resource,
      given: rulesOf({ ...everyProtocol, ...anywhere }),
    },
    {
      name: 'G2 two halves of the Internet',
      resource,
      given: rulesOf({ ...tcp(8080), ipv4: ['0.0.0.0/1', '128.0.0.0/1'] }),
    },
    {
      name: 'G3 it is open over IPv6',
      resource,
      given: rulesOf({ ...tcp(8080), ...anywhereIpv6 }),
    },
    {
      name: 'G11 a range that holds it',
      resource,
      given: rulesOf({ ...tcp(8079, 8081), ...anywhere }),
    },
    {
      name: 'G14 nothing uses the group',
      resource,
      given: given({ rules: [rule({ ...tcp(8080), ...anywhere })], interfaces: [] }),
      severity: 'low',
      latent: true,
    },
    {
      name: 'SSH, where the parameter names it',
      resource,
      given: rulesOf({ ...tcp(22), ...anywhere }),
      params: { ports: ['22'] },
    },
    {
      name: 'a database, although it has a check of its own',
      resource,
      given: rulesOf({ ...tcp(5432), ...anywhere }),
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
