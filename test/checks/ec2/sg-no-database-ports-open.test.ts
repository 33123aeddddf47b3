import check from '../../../checks/ec2/sg-no-database-ports-open.ts';
import { testCheck } from '../../support/check-tester.ts';
import { anywhere, anywhereIpv6, rulesOf, securityGroup, tcp } from '../../support/ec2.ts';
import { everyone, unreadable } from '../../support/observe.ts';

const resource = securityGroup();

testCheck(check, {
  pass: [
    { name: 'HTTPS is public', resource, given: rulesOf({ ...tcp(443), ...anywhere }) },
    {
      name: 'G20 the application may reach the database',
      resource,
      given: rulesOf({ ...tcp(5432), groups: ['sg-app'] }),
    },
    {
      name: 'F25 a pass names the ports that were looked at',
      resource,
      given: rulesOf(),
      reasons: [/^not open to the Internet: tcp 1433-1434, .*7199, .*9160, .*; udp 1434 \(SQL/m],
    },
    {
      name: 'MySQL does not go over UDP',
      resource,
      given: rulesOf({ ...tcp(3306), protocol: 'udp', ...anywhere }),
    },
  ],
  fail: [
    {
      name: 'PostgreSQL over IPv4',
      resource,
      given: rulesOf({ ...tcp(5432), ...anywhere }),
      reasons: ['tcp 5432 (PostgreSQL)'],
      severity: 'critical',
    },
    {
      name: 'G3 Redis over IPv6',
      resource,
      given: rulesOf({ ...tcp(6379), ...anywhereIpv6 }),
      reasons: ['open to ::/0: tcp 6379 (Redis)'],
    },
    {
      name: 'Memcached over UDP',
      resource,
      given: rulesOf({ ...tcp(11_211), protocol: 'udp', ...anywhere }),
      reasons: ['udp 11211 (Memcached)'],
    },
    {
      name: 'G11 a range holds one of the ports',
      resource,
      given: rulesOf({ ...tcp(27_018, 27_019), ...anywhere }),
      reasons: ['tcp 27018-27019 (MongoDB)'],
    },
    {
      name: 'F25 the ports of Cassandra',
      resource,
      given: rulesOf(
        { ...tcp(7000), ...anywhere },
        { ...tcp(7199), ...anywhere },
        { ...tcp(9160), ...anywhere },
      ),
      reasons: ['tcp 7000 (Cassandra), tcp 7199 (Cassandra), tcp 9160 (Cassandra)'],
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
