import check from '../../../checks/ec2/sg-no-admin-ports-open-ipv6.ts';
import { testCheck } from '../../support/check-tester.ts';
import {
  anywhere,
  anywhereIpv6,
  everyProtocol,
  given,
  networkInterface,
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
      name: 'G3 IPv4 is the matter of another check',
      resource,
      given: rulesOf({ ...tcp(22), ...anywhere }),
    },
    {
      name: 'G24 unique local, link-local and documentation prefixes are not the Internet',
      resource,
      given: rulesOf({ ...tcp(22), ipv6: ['fc00::/7', 'fe80::/10', '2001:db8::/32'] }),
    },
    {
      name: 'G9 ICMPv6 has no ports',
      resource,
      given: rulesOf({ protocol: 'icmpv6', ...anywhereIpv6 }),
    },
    {
      name: 'G2 a large part of what is given out is worth a reason',
      resource,
      given: rulesOf({ ...tcp(22), ipv6: ['2600::/8'] }),
      reasons: ['2600::/8 is a large part of the Internet'],
    },
  ],
  fail: [
    {
      name: 'G3 ::/0 is as open as 0.0.0.0/0',
      resource,
      given: given({
        rules: [rule({ ...tcp(22), ...anywhereIpv6 })],
        interfaces: [networkInterface({ publicIpv6: ['2001:db8::7'] })],
      }),
      reasons: ['open to ::/0: tcp 22 (SSH)', 'the Internet has a way to eni-1 at 2001:db8::7'],
      severity: 'critical',
    },
    {
      name: 'G3 the long spelling is the same',
      resource,
      given: rulesOf({ ...tcp(3389), ipv6: ['0:0:0:0:0:0:0:0/0'] }),
    },
    {
      name: 'G3 all that is given out is the Internet',
      resource,
      given: rulesOf({ ...everyProtocol, ipv6: ['2000::/3'] }),
    },
    {
      name: 'G2 two halves of it are the Internet',
      resource,
      given: rulesOf({ ...tcp(22), ipv6: ['2000::/5', '2800::/5'] }),
    },
    {
      name: 'G5 a prefix list holds ::/0',
      resource,
      given: rulesOf({
        ...tcp(22),
        prefixLists: [{ id: 'pl-6', kind: 'resolved', cidrs: ['::/0'] }],
      }),
    },
    {
      name: 'G14 nothing uses the group',
      resource,
      given: given({ rules: [rule({ ...tcp(22), ...anywhereIpv6 })], interfaces: [] }),
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
});
