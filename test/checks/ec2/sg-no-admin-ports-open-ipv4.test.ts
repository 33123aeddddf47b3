import check from '../../../checks/ec2/sg-no-admin-ports-open-ipv4.ts';
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
  toNowhere,
} from '../../support/ec2.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = securityGroup();
const allButTenSlashEight =
  '0.0.0.0/5 8.0.0.0/7 11.0.0.0/8 12.0.0.0/6 16.0.0.0/4 32.0.0.0/3 64.0.0.0/2 128.0.0.0/1'.split(
    ' ',
  );
const openSsh = [rule({ ...tcp(22), ...anywhere })];

testCheck(check, {
  pass: [
    { name: 'no rule at all', resource, given: rulesOf() },
    { name: 'HTTPS is public', resource, given: rulesOf({ ...tcp(443), ...anywhere }) },
    {
      name: 'G3 IPv6 is the matter of another check',
      resource,
      given: rulesOf({ ...tcp(22), ...anywhereIpv6 }),
    },
    {
      name: 'G2 one half is not the Internet, but is worth a reason',
      resource,
      given: rulesOf({ ...tcp(22), ipv4: ['128.0.0.0/1'] }),
      reasons: ['128.0.0.0/1 is a large part of the Internet and let in: tcp 22 (SSH)'],
    },
    {
      name: 'G2 halves for different ports do not add up',
      resource,
      given: rulesOf({ ...tcp(22), ipv4: ['0.0.0.0/1'] }, { ...tcp(3389), ipv4: ['128.0.0.0/1'] }),
    },
    {
      name: 'G5 a prefix list of AWS, such as CloudFront, is not the Internet',
      resource,
      given: rulesOf({ ...tcp(22), prefixLists: [{ id: 'pl-1', kind: 'aws' }] }),
    },
    {
      name: 'G5 a prefix list of an office is not the Internet',
      resource,
      given: rulesOf({
        ...tcp(22),
        prefixLists: [{ id: 'pl-1', kind: 'resolved', cidrs: ['8.8.8.0/24'] }],
      }),
    },
    {
      name: 'G9 ICMP types are not ports, even where their numbers are those of ports',
      resource,
      given: rulesOf(
        { protocol: 'icmp', fromPort: 8, toPort: -1, ...anywhere },
        { protocol: '1', fromPort: 22, toPort: 22, ...anywhere },
      ),
    },
    {
      name: 'G19 published ranges of a vendor are not the Internet',
      resource,
      given: rulesOf({ ...tcp(22), ipv4: ['140.82.112.0/20', '185.199.108.0/22'] }),
    },
    {
      name: 'G20 a security group as the source is not a CIDR',
      resource,
      given: rulesOf({ ...everyProtocol, groups: ['sg-2'] }),
    },
    {
      name: 'G24 private, shared and documentation ranges are not the Internet',
      resource,
      given: rulesOf({
        ...tcp(22),
        ipv4: ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.0.2.0/24', '198.18.0.0/15'],
      }),
    },
    {
      name: 'a list that cannot be read does not matter on other ports',
      resource,
      given: given({
        rules: [rule({ ...tcp(443), prefixLists: [{ id: 'pl-1', kind: 'unreadable' }] })],
        whole: unreadable(),
      }),
    },
    {
      name: 'the ports are the ones that were set',
      resource,
      given: given({ rules: openSsh }),
      params: { ports: ['5985-5986'] },
    },
  ],
  fail: [
    {
      name: 'SSH from anywhere',
      resource,
      given: rulesOf({ ...tcp(22), ...anywhere }),
      reasons: [
        'open to 0.0.0.0/0: tcp 22 (SSH)',
        '1 network interface uses the group',
        'the Internet has a way to eni-1 at 203.0.113.7 (rtb-1 leads to igw-1)',
      ],
      severity: 'critical',
      latent: false,
    },
    {
      name: 'G1 every protocol opens every port',
      resource,
      given: rulesOf({ ...everyProtocol, ...anywhere }),
      reasons: ['tcp 22 (SSH)', 'tcp 3389 (RDP)'],
    },
    {
      name: 'G6 all ports open: this check fails too',
      resource,
      given: rulesOf({ ...tcp(0, 65_535), ...anywhere }),
      reasons: ['tcp 22 (SSH), tcp 3389 (RDP)'],
    },
    {
      name: 'G2 two halves are the Internet',
      resource,
      given: rulesOf({ ...tcp(22), ipv4: ['0.0.0.0/1', '128.0.0.0/1'] }),
      reasons: ['open to 0.0.0.0/1, 128.0.0.0/1: tcp 22 (SSH)'],
    },
    {
      name: 'G2 two halves in rules of different ranges and protocols are the Internet',
      resource,
      given: rulesOf(
        { ...tcp(20, 25), ipv4: ['0.0.0.0/1'] },
        { ...everyProtocol, ipv4: ['128.0.0.0/1'] },
      ),
    },
    {
      name: 'G2 all but a private network is the Internet',
      resource,
      given: rulesOf({
        ...tcp(22),
        ipv4: allButTenSlashEight,
      }),
    },
    {
      name: 'G5 a prefix list holds 0.0.0.0/0',
      resource,
      given: rulesOf({
        ...tcp(22),
        prefixLists: [{ id: 'pl-1', kind: 'resolved', cidrs: ['0.0.0.0/0'] }],
      }),
      reasons: ['open to pl-1: tcp 22 (SSH)'],
    },
    {
      name: 'G5 a list that cannot be read excuses nothing that is open anyway',
      resource,
      given: given({
        rules: [
          ...openSsh,
          rule({ ...tcp(22), prefixLists: [{ id: 'pl-1', kind: 'unreadable' }] }),
        ],
        whole: unreadable(),
      }),
    },
    {
      name: 'G11 a range holds the port',
      resource,
      given: rulesOf({ ...tcp(20, 25), ...anywhere }),
    },
    {
      name: 'the protocol is a number',
      resource,
      given: rulesOf({ ...tcp(22), protocol: '6', ...anywhere }),
    },
    {
      name: 'host bits are set in the CIDR',
      resource,
      given: rulesOf({ ...tcp(22), ipv4: ['203.0.113.7/0'] }),
    },
    {
      name: 'G12 UDP 22 is open, which is not SSH and weighs less',
      resource,
      given: rulesOf({ ...tcp(22), protocol: 'udp', ...anywhere }),
      reasons: [/: udp 22$/m],
      severity: 'medium',
    },
    {
      name: 'G12 UDP 22 that nothing uses weighs even less',
      resource,
      given: given({
        rules: [rule({ ...tcp(22), protocol: 'udp', ...anywhere })],
        interfaces: [],
      }),
      severity: 'low',
    },
    {
      name: 'RDP goes over UDP too',
      resource,
      given: rulesOf({ ...tcp(3389), protocol: '17', ...anywhere }),
      reasons: ['udp 3389 (RDP)'],
      severity: 'critical',
    },
    {
      name: 'G14 nothing uses the group: latent, not dropped',
      resource,
      given: given({ rules: openSsh, interfaces: [] }),
      reasons: ['open to 0.0.0.0/0', 'no network interface of the account uses the group now'],
      severity: 'low',
      latent: true,
    },
    {
      name: 'G15 only rules of other groups refer to it: still latent, and said',
      resource,
      given: given({ rules: openSsh, interfaces: [], referredToBy: ['sg-2'] }),
      reasons: ['rules of other groups name it as a source: sg-2'],
      latent: true,
    },
    {
      name: 'G15 the interface of a function is a use like any other',
      resource,
      given: given({ rules: openSsh, interfaces: [networkInterface({ kind: 'lambda' })] }),
      reasons: ['no public address of IPv4 is on eni-1'],
      severity: 'medium',
      latent: false,
    },
    {
      name: 'G16 a load balancer uses the group: its rules are the customer’s, and that is said',
      resource,
      given: given({
        rules: openSsh,
        interfaces: [
          networkInterface({ kind: 'network_load_balancer', requesterManaged: true }),
          networkInterface({ interfaceId: 'eni-2' }),
        ],
      }),
      reasons: [
        '2 network interfaces use the group, 1 run by services of AWS (network_load_balancer)',
      ],
      latent: false,
    },
    {
      name: 'a public address, and no route to it',
      resource,
      given: given({ rules: openSsh, route: known(toNowhere) }),
      reasons: ['no route leads the Internet to eni-1 at 203.0.113.7 (rtb-1 leads to no Internet'],
      severity: 'high',
    },
    {
      name: 'an IPv6 address is no way in for what is open over IPv4',
      resource,
      given: given({
        rules: openSsh,
        interfaces: [networkInterface({ publicIpv6: ['2001:db8::7'] })],
      }),
      reasons: ['no public address of IPv4 is on eni-1'],
      severity: 'medium',
    },
    {
      name: 'the routes could not be read: as grave as the check is',
      resource,
      given: given({ rules: openSsh, route: unreadable() }),
      reasons: ['is not known: eni-1: the test says denied'],
      severity: 'high',
    },
    {
      name: 'what uses the group could not be read',
      resource,
      given: { ...given({ rules: openSsh }), use: everyone(unreadable()) },
      reasons: ['whether anything uses the group could not be read'],
      severity: 'high',
      latent: false,
    },
  ],
  unknown: [
    {
      name: 'the rules may not be read',
      resource,
      given: { ...rulesOf(), ingress: everyone(unreadable()) },
    },
    {
      name: 'G5 the entries of a prefix list may not be read',
      resource,
      given: given({
        rules: [rule({ ...tcp(22), prefixLists: [{ id: 'pl-1', kind: 'unreadable' }] })],
        whole: unreadable('denied'),
      }),
      reasons: ['the test says denied'],
    },
    {
      name: 'a TCP rule without a port range',
      resource,
      given: given({ rules: [rule(anywhere)], whole: unreadable('failed') }),
      reasons: ['the test says failed'],
    },
  ],
  'out-of-scope': [
    {
      name: 'G16 the group is GuardDuty’s own',
      resource: securityGroup({ managed: { by: 'aws', reason: 'GuardDuty manages it' } }),
      given: {
        ingress: everyone(known({ rules: openSsh, whole: known<true>(true) })),
        use: everyone(unreadable()),
      },
    },
  ],
});
