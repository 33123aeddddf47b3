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
          'ec2-sg-no-ftp-open',
          'ec2-sg-no-high-risk-ports-open',
          'ec2-sg-no-kafka-open',
          'ec2-sg-no-kerberos-open',
          'ec2-sg-no-kibana-open',
          'ec2-sg-no-ldap-open',
          'ec2-sg-no-telnet-open',
          'ec2-sg-only-authorized-ports-open',
        ],
      },
      { part: 'the default security groups', checks: ['ec2-sg-default-closed'] },
      {
        part: 'security groups and network ACLs that nothing uses',
        checks: ['ec2-nacl-in-use', 'ec2-sg-in-use'],
      },
      {
        part: 'public addresses of instances',
        checks: ['ec2-instance-no-public-ip', 'ec2-launch-template-no-public-ip'],
      },
      {
        part: 'instances with several network interfaces',
        checks: ['ec2-instance-one-interface'],
      },
      {
        part: 'whether transit gateways accept attachments by themselves',
        checks: ['ec2-tgw-no-auto-accept'],
      },
    ],
    unread: ['what groups open to other networks than the Internet'],
  },
  'identity-and-access': {
    parts: [{ part: 'whether instances carry a role', checks: ['iam-instance-role-attached'] }],
    unread: ['what the roles of instances may do', 'who may use the EC2 API'],
  },
  'os-configuration-and-host-firewall': {
    parts: [
      {
        part: 'how instances answer metadata requests, and how those to come will',
        checks: ['ec2-account-imdsv2-default', 'ec2-instance-imdsv2', 'ec2-launch-template-imdsv2'],
      },
    ],
    unread: [],
  },
  'guest-os': {
    parts: [
      {
        part: 'whether Systems Manager manages the running instances',
        checks: ['ssm-instance-managed'],
      },
      { part: 'instances that stay stopped and unpatched', checks: ['ec2-instance-stopped-age'] },
      { part: 'paravirtual instances', checks: ['ec2-instance-not-paravirtual'] },
    ],
    unread: [
      'the age of images that instances were started from',
      'patches of instances, which stand in the line of Systems Manager',
    ],
  },
  'server-side-encryption-at-rest': {
    parts: [
      {
        part: 'encryption of volumes that launch templates and Spot Fleets ask for',
        checks: ['ec2-launch-template-ebs-encrypted', 'ec2-spot-fleet-ebs-encrypted'],
      },
    ],
    unread: ['volumes of instances, which stand under EBS'],
  },
  'data-and-data-location': {
    parts: [{ part: 'images shared with everyone', checks: ['ec2-ami-not-public'] }],
    unread: ['images shared with single accounts', 'Regions'],
  },
  'application-code': {
    parts: [
      {
        part: 'secrets in the user data of instances and launch templates',
        checks: ['ec2-instance-user-data-no-secrets', 'ec2-launch-template-user-data-no-secrets'],
      },
    ],
    unread: [],
  },
} satisfies ServiceReading;
