import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [
      { part: 'MFA of user pools', checks: ['cognito-user-pool-mfa'] },
      { part: 'password rules of user pools', checks: ['cognito-user-pool-password-policy'] },
    ],
    unread: ['app clients', 'threat protection', 'identity pools and the roles that they give'],
  },
  'backup-and-recovery': {
    parts: [
      {
        part: 'protection of user pools from deletion',
        checks: ['cognito-user-pool-deletion-protection'],
      },
    ],
    unread: [],
  },
} satisfies ServiceReading;
