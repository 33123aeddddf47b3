import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'guest-os': {
    parts: [
      {
        part: 'what Patch Manager found on managed nodes',
        checks: ['ssm-instance-patch-compliant', 'ssm-instance-patch-scan-recent'],
      },
    ],
    unread: [
      'which patches the baselines of the nodes leave out',
      'whether agents answer on nodes outside EC2',
    ],
  },
  'os-configuration-and-host-firewall': {
    parts: [
      { part: 'whether associations of State Manager hold', checks: ['ssm-association-compliant'] },
    ],
    unread: ['what documents and associations do', 'nodes without an association'],
  },
  'identity-and-access': {
    parts: [
      {
        part: 'documents shared with everyone',
        checks: ['ssm-document-not-public', 'ssm-document-block-public-sharing'],
      },
    ],
    unread: [
      'documents and parameters shared with single accounts',
      'who may run commands, open sessions and read parameters',
    ],
  },
  'server-side-encryption-at-rest': {
    parts: [
      {
        part: 'whether parameters whose names name a secret are encrypted',
        checks: ['ssm-parameter-secrets-encrypted'],
      },
    ],
    unread: ['secrets under other names, since no value is read', 'key policies'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'whether scripts of runbooks log', checks: ['ssm-automation-logging'] }],
    unread: ['logs of commands and sessions'],
  },
} satisfies ServiceReading;
