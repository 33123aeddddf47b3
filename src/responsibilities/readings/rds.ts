import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'service-software-and-engine-patching': {
    parts: [
      {
        part: 'automatic minor upgrades',
        checks: ['rds-instance-auto-minor-upgrade', 'rds-cluster-auto-minor-upgrade'],
      },
    ],
    unread: ['pending maintenance and its window', 'major versions and their end of support'],
  },
  'network-configuration': {
    parts: [
      {
        part: 'public accessibility, with security groups, subnets and routes',
        checks: ['rds-instance-not-public'],
      },
    ],
    unread: ['what security groups open to other networks than the Internet'],
  },
  'server-side-encryption-at-rest': {
    parts: [
      { part: 'encryption of clusters', checks: ['rds-cluster-encrypted'] },
      { part: 'encryption of instances', checks: ['rds-instance-encrypted'] },
    ],
    unread: ['key policies', 'encryption of snapshots'],
  },
  'encryption-in-transit': {
    parts: [{ part: 'whether TLS is required', checks: ['rds-tls-required'] }],
    unread: ['certificate authorities of instances'],
  },
  'data-and-data-location': {
    parts: [{ part: 'snapshots shared with everyone', checks: ['rds-snapshot-not-public'] }],
    unread: ['snapshots shared with single accounts', 'Regions', 'deletion'],
  },
  'backup-and-recovery': {
    parts: [{ part: 'retention of automated backups', checks: ['rds-instance-backup-enabled'] }],
    unread: ['copies to other Regions and accounts', 'snapshots made by hand'],
  },
  'availability-and-resilience': {
    parts: [
      { part: 'zones of clusters', checks: ['rds-cluster-multi-az'] },
      { part: 'Multi-AZ of instances', checks: ['rds-instance-multi-az'] },
    ],
    unread: ['readers in other Regions'],
  },
} satisfies ServiceReading;
