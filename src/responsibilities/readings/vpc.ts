import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'network-configuration': {
    parts: [
      {
        part: 'VPC endpoints',
        checks: [
          'vpc-endpoint-ec2',
          'vpc-endpoint-ecr-api',
          'vpc-endpoint-ecr-dkr',
          'vpc-endpoint-ssm',
          'vpc-endpoint-ssm-contacts',
          'vpc-endpoint-ssm-incidents',
          'vpc-endpoints-in-use',
        ],
      },
      { part: 'routes of peerings', checks: ['vpc-peering-routes-least-access'] },
      {
        part: 'public addresses that subnets give by themselves',
        checks: ['vpc-subnet-no-auto-public-ip'],
      },
      { part: 'VPC Block Public Access', checks: ['vpc-block-public-access'] },
      {
        part: 'whether interfaces drop what is not their own',
        checks: ['vpc-interface-source-dest-check'],
      },
    ],
    unread: [
      'how subnets and gateways divide the network',
      'security groups and network ACLs, which stand under EC2',
      'endpoint policies',
    ],
  },
  'encryption-in-transit': {
    parts: [{ part: 'the versions of IKE of VPN tunnels', checks: ['vpc-vpn-ikev2-only'] }],
    unread: ['ciphers of VPN tunnels', 'VPC encryption controls', 'TLS of what runs in the VPC'],
  },
  'logging-and-monitoring': {
    parts: [
      { part: 'flow logs', checks: ['vpc-flow-logs-enabled'] },
      {
        part: 'logs of VPN tunnels and of Client VPN endpoints',
        checks: ['vpc-client-vpn-logging', 'vpc-vpn-tunnel-logging'],
      },
    ],
    unread: ['how long flow logs are kept'],
  },
  'availability-and-resilience': {
    parts: [{ part: 'whether both tunnels of VPNs are up', checks: ['vpc-vpn-tunnels-up'] }],
    unread: ['the zones of subnets, NAT gateways and endpoints'],
  },
} satisfies ServiceReading;
