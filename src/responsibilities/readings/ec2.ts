import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'network-configuration': {
    parts: [
      {
        part: 'what security groups and network ACLs open to the Internet',
        checks: [
          'ec2-nacl-no-admin-ports-open',
          'ec2-sg-no-admin-ports-open-ipv4',
          'ec2-sg-no-admin-ports-open-ipv6',
          'ec2-sg-no-all-traffic-open',
          'ec2-sg-no-cifs-open',
          'ec2-sg-no-database-ports-open',
        ],
      },
      { part: 'the default security groups', checks: ['ec2-sg-default-closed'] },
    ],
    unread: [
      'other ports than those the checks name',
      'public addresses of instances',
      'what groups open to other networks than the Internet',
    ],
  },
  'identity-and-access': {
    parts: [{ part: 'whether instances carry a role', checks: ['iam-instance-role-attached'] }],
    unread: ['what the roles of instances may do', 'who may use the EC2 API'],
  },
  'guest-os': {
    parts: [
      {
        part: 'whether Systems Manager manages the running instances',
        checks: ['ssm-instance-managed'],
      },
    ],
    unread: ['patches of instances, which stand in the line of Systems Manager'],
  },
  'os-configuration-and-host-firewall': {
    parts: [{ part: 'how instances answer metadata requests', checks: ['ec2-instance-imdsv2'] }],
    unread: [],
  },
  'application-code': {
    parts: [{ part: 'secrets in user data', checks: ['ec2-instance-user-data-no-secrets'] }],
    unread: [],
  },
} satisfies ServiceReading;
