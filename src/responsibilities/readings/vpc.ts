import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'network-configuration': {
    parts: [
      { part: 'VPC endpoints', checks: ['vpc-endpoints-in-use'] },
      { part: 'routes of peerings', checks: ['vpc-peering-routes-least-access'] },
    ],
    unread: [
      'subnets and gateways',
      'security groups and network ACLs, which stand under EC2',
      'endpoint policies',
    ],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'flow logs', checks: ['vpc-flow-logs-enabled'] }],
    unread: ['how long flow logs are kept'],
  },
} satisfies ServiceReading;
