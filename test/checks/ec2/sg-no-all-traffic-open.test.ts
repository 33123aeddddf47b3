import check from '../../../checks/ec2/sg-no-all-traffic-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import {
  anywhere,
  anywhereIpv6,
  everyProtocol,
  given,
  rule,
  rulesOf,
  securityGroup,
  tcp,
} from '../../support/ec2.ts';
import { everyone, unreadable } from '../../support/observe.ts';

const resource = securityGroup();

testCheck(check, {
  pass: [
    { name: 'no rule at all', resource, given: rulesOf() },
    {
      name: 'G17 one open port is not all of them',
      resource,
      given: rulesOf({ ...tcp(22), ...anywhere }),
    },
    {
      name: 'G17 nearly all ports are not all of them',
      resource,
      given: rulesOf({ ...tcp(1, 65_534), ...anywhere }),
    },
    {
      name: 'G9 all of ICMP is not all ports',
      resource,
      given: rulesOf(
        { protocol: 'icmp', fromPort: -1, toPort: -1, ...anywhere },
        { protocol: '58', ...anywhereIpv6 },
      ),
    },
    {
      name: 'G20 everything from another group',
      resource,
      given: rulesOf({ ...everyProtocol, groups: ['sg-1'] }),
    },
    {
      name: 'G24 everything from the private network',
      resource,
      given: rulesOf({ ...everyProtocol, ipv4: ['10.0.0.0/8'] }),
    },
    {
      name: 'everything from half of the Internet is worth a reason',
      resource,
      given: rulesOf({ ...everyProtocol, ipv4: ['0.0.0.0/1'] }),
      reasons: ['0.0.0.0/1 is a large part of the Internet and let in: every protocol and port'],
    },
  ],
  fail: [
    {
      name: 'G1 G17 every protocol',
      resource,
      given: rulesOf({ ...everyProtocol, ...anywhere }),
      reasons: ['open to 0.0.0.0/0: every protocol and port'],
      severity: 'critical',
    },
    {
      name: 'G3 every protocol over IPv6',
      resource,
      given: rulesOf({ ...everyProtocol, ...anywhereIpv6 }),
    },
    {
      name: 'every TCP port',
      resource,
      given: rulesOf({ ...tcp(0, 65_535), ...anywhere }),
      reasons: ['every tcp port'],
    },
    {
      name: 'every port but the one that cannot be used',
      resource,
      given: rulesOf({ ...tcp(1, 65_535), ...anywhere }),
    },
    {
      name: 'every port, by several rules',
      resource,
      given: rulesOf({ ...tcp(0, 1023), ...anywhere }, { ...tcp(1024, 65_535), ...anywhere }),
    },
    {
      name: 'another protocol, of which a rule opens all whatever ports it names',
      resource,
      given: rulesOf({ protocol: '47', fromPort: 22, toPort: 22, ...anywhere }),
      reasons: ['IP protocol 47'],
    },
    {
      name: 'G14 nothing uses the group',
      resource,
      given: given({ rules: [rule({ ...everyProtocol, ...anywhere })], interfaces: [] }),
      severity: 'low',
      latent: true,
    },
  ],
  unknown: [
    {
      name: 'G5 a prefix list that cannot be read might be the Internet',
      resource,
      given: given({
        rules: [rule({ ...everyProtocol, prefixLists: [{ id: 'pl-1', kind: 'unreadable' }] })],
        whole: unreadable(),
      }),
    },
    {
      name: 'the rules may not be read',
      resource,
      given: { ...rulesOf(), ingress: everyone(unreadable()) },
    },
  ],
});
