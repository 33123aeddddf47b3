import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'network-configuration': {
    parts: [
      {
        part: 'what Application Load Balancers do with malformed requests',
        checks: ['elbv2-desync-mode', 'elbv2-drop-invalid-headers'],
      },
    ],
    unread: [
      'security groups of load balancers',
      'whether they face the Internet',
      'web ACLs in front of them',
    ],
  },
  'encryption-in-transit': {
    parts: [
      {
        part: 'protocols of listeners',
        checks: [
          'elb-classic-tls-listeners',
          'elbv2-http-redirects-to-https',
          'elbv2-listener-secure-protocol',
        ],
      },
      { part: 'TLS policies of listeners', checks: ['elbv2-tls-policy'] },
    ],
    unread: ['TLS policies of Classic Load Balancers', 'the way from load balancers to targets'],
  },
  'backup-and-recovery': {
    parts: [{ part: 'deletion protection', checks: ['elbv2-deletion-protection'] }],
    unread: ['whether the configuration can be made again'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'access logs', checks: ['elbv2-access-logging'] }],
    unread: ['access logs of Classic Load Balancers', 'connection logs', 'alarms'],
  },
  'availability-and-resilience': {
    parts: [
      {
        part: 'Availability Zones of load balancers',
        checks: ['elb-classic-multiple-zones', 'elbv2-multiple-zones'],
      },
    ],
    unread: ['whether there are healthy targets in each zone'],
  },
} satisfies ServiceReading;
