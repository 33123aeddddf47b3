/** What every check of a service's ports says alike: each test adds what is the service's own. */
import type { Severity } from '../../src/judge/terms.ts';
import {
  anywhere,
  anywhereIpv6,
  everyProtocol,
  given,
  rule,
  rulesOf,
  securityGroup,
  tcp,
} from './ec2.ts';
import { everyone, unreadable } from './observe.ts';

interface ServicePorts {
  /** A port of the service. */
  readonly port: number;
  /** "tcp 23 (Telnet)" */
  readonly opened: string;
  /** The same of all that is asked for. */
  readonly closed: string;
  readonly severity: Severity;
}

const resource = securityGroup();

export function portCases({ port, opened, closed, severity }: ServicePorts) {
  return {
    pass: [
      {
        name: 'another port',
        resource,
        given: rulesOf({ ...tcp(443), ...anywhere }),
        reasons: [`not open to the Internet: ${closed}`],
      },
      {
        name: 'G19 it is open to named networks alone',
        resource,
        given: rulesOf({ ...tcp(port), ipv4: ['198.51.100.0/24'] }),
      },
      {
        name: 'G20 it is open to another group',
        resource,
        given: rulesOf({ ...tcp(port), groups: ['sg-2'] }),
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
        given: rulesOf({ ...tcp(port), ...anywhere }),
        severity,
        reasons: [`open to 0.0.0.0/0: ${opened}`],
      },
      {
        name: 'G1 G6 every protocol is open',
        resource,
        given: rulesOf({ ...everyProtocol, ...anywhere }),
      },
      {
        name: 'G2 two halves of the Internet',
        resource,
        given: rulesOf({ ...tcp(port), ipv4: ['0.0.0.0/1', '128.0.0.0/1'] }),
      },
      {
        name: 'G3 it is open over IPv6',
        resource,
        given: rulesOf({ ...tcp(port), ...anywhereIpv6 }),
      },
      {
        name: 'G11 a range that holds it',
        resource,
        given: rulesOf({ ...tcp(port - 1, port + 1), ...anywhere }),
      },
      {
        name: 'G14 nothing uses the group',
        resource,
        given: given({ rules: [rule({ ...tcp(port), ...anywhere })], interfaces: [] }),
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
  } as const;
}
