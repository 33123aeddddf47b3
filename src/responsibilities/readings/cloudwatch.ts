import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'backup-and-recovery': {
    parts: [
      { part: 'how long log groups keep events', checks: ['cloudwatch-log-group-retention'] },
    ],
    unread: ['exports of logs to buckets', 'whether a group can be deleted by mistake'],
  },
  'logging-and-monitoring': {
    parts: [
      {
        part: 'alarms on what trails record of identities and sign-ins',
        checks: [
          'cloudwatch-alarm-console-auth-failures',
          'cloudwatch-alarm-console-no-mfa',
          'cloudwatch-alarm-iam-policy-changes',
          'cloudwatch-alarm-organizations-changes',
          'cloudwatch-alarm-root-usage',
          'cloudwatch-alarm-unauthorized-api',
        ],
      },
      {
        part: 'alarms on changes to what records, to keys and to buckets',
        checks: [
          'cloudwatch-alarm-cloudtrail-changes',
          'cloudwatch-alarm-config-changes',
          'cloudwatch-alarm-kms-key-deletion',
          'cloudwatch-alarm-s3-policy-changes',
        ],
      },
      {
        part: 'whether alarms do anything',
        checks: ['cloudwatch-alarm-actions-enabled', 'cloudwatch-alarm-has-actions'],
      },
      {
        part: 'alarms on changes to networks',
        checks: [
          'cloudwatch-alarm-gateway-changes',
          'cloudwatch-alarm-nacl-changes',
          'cloudwatch-alarm-route-table-changes',
          'cloudwatch-alarm-security-group-changes',
          'cloudwatch-alarm-vpc-changes',
        ],
      },
    ],
    unread: [
      'thresholds of alarms, and whether somebody answers them',
      'composite alarms',
      'rules of EventBridge that report the same',
    ],
  },
} satisfies ServiceReading;
