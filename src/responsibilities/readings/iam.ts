import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [
      {
        part: 'the root user',
        checks: [
          'iam-root-hardware-mfa',
          'iam-root-mfa',
          'iam-root-no-access-keys',
          'iam-root-not-used-recently',
          'organizations-central-root-access',
        ],
      },
      {
        part: 'passwords, keys and MFA of users',
        checks: [
          'iam-access-key-rotated',
          'iam-password-policy-complexity',
          'iam-password-policy-min-length',
          'iam-password-policy-reuse-prevention',
          'iam-user-console-mfa',
          'iam-user-credentials-used-recently',
          'iam-user-mfa-any-credential',
          'iam-user-no-key-at-creation',
          'iam-user-single-active-key',
          'iam-users-managed-centrally',
        ],
      },
      {
        part: 'full rights, and rights that hang on single users',
        checks: [
          'iam-cloudshell-full-access-restricted',
          'iam-inline-policy-no-full-admin',
          'iam-policy-no-full-admin',
          'iam-user-no-direct-policies',
        ],
      },
      {
        part: 'combinations of rights that lead to more rights, within permissions boundaries',
        checks: ['iam-policy-no-privilege-escalation'],
      },
      {
        part: 'whole services, and decryption with every key, in policies',
        checks: [
          'iam-inline-policy-kms-decrypt-limited',
          'iam-policy-kms-decrypt-limited',
          'iam-policy-no-service-wildcards',
        ],
      },
      {
        part: 'what Access Analyzer found to be open to the outside',
        checks: ['accessanalyzer-no-active-findings'],
      },
      { part: 'trust policies of roles', checks: ['iam-role-trust-not-public'] },
    ],
    unread: [
      'unused roles and rights',
      'chains of roles that lead to more rights, and what control policies of the organization forbid',
    ],
  },
  'encryption-in-transit': {
    parts: [
      { part: 'expired server certificates', checks: ['iam-server-certificates-not-expired'] },
    ],
    unread: ['whether clients use HTTPS'],
  },
  'logging-and-monitoring': {
    parts: [
      { part: 'analyzers for external access', checks: ['accessanalyzer-external-enabled'] },
      { part: 'a role for cases with AWS Support', checks: ['iam-support-role'] },
    ],
    unread: ['alarms on sign-ins'],
  },
} satisfies ServiceReading;
