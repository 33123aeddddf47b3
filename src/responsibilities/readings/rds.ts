import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'service-software-and-engine-patching': {
    parts: [
      {
        part: 'automatic minor upgrades',
        checks: ['rds-instance-auto-minor-upgrade', 'rds-cluster-auto-minor-upgrade'],
      },
      { part: 'versions that RDS no longer offers', checks: ['rds-engine-version-supported'] },
    ],
    unread: ['pending maintenance and its window', 'extended support of major versions'],
  },
  'network-configuration': {
    parts: [
      {
        part: 'public accessibility, with security groups, subnets and routes',
        checks: ['rds-instance-not-public'],
      },
      { part: 'routes of the subnets', checks: ['rds-instance-not-in-public-subnet'] },
    ],
    unread: ['what security groups open to other networks than the Internet'],
  },
  'server-side-encryption-at-rest': {
    parts: [
      { part: 'encryption of clusters', checks: ['rds-cluster-encrypted'] },
      { part: 'encryption of instances', checks: ['rds-instance-encrypted'] },
      { part: 'encryption of manual snapshots', checks: ['rds-snapshot-encrypted'] },
    ],
    unread: ['key policies'],
  },
  'encryption-in-transit': {
    parts: [
      { part: 'whether TLS is required', checks: ['rds-tls-required', 'rds-proxy-tls-required'] },
      { part: 'certificates of instances', checks: ['rds-ca-certificate-valid'] },
    ],
    unread: ['versions of TLS that clients may use'],
  },
  'data-and-data-location': {
    parts: [
      { part: 'snapshots shared with everyone', checks: ['rds-snapshot-not-public'] },
      { part: 'protection from deletion', checks: ['rds-deletion-protection'] },
    ],
    unread: ['snapshots shared with single accounts', 'Regions'],
  },
  'backup-and-recovery': {
    parts: [
      {
        part: 'retention of automated backups',
        checks: ['rds-instance-backup-enabled', 'rds-cluster-backup-retention'],
      },
    ],
    unread: ['copies to other Regions and accounts', 'snapshots made by hand'],
  },
  'identity-and-access': {
    parts: [
      { part: 'IAM authentication', checks: ['rds-iam-authentication'] },
      { part: 'the name of the administrator', checks: ['rds-custom-admin-username'] },
    ],
    unread: ['users and grants within the database'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'the export of logs', checks: ['rds-logs-exported'] }],
    unread: ['what the engine is told to log', 'how long logs are kept'],
  },
  'availability-and-resilience': {
    parts: [
      { part: 'zones of clusters', checks: ['rds-cluster-multi-az'] },
      { part: 'Multi-AZ of instances', checks: ['rds-instance-multi-az'] },
    ],
    unread: ['readers in other Regions'],
  },
} satisfies ServiceReading;
