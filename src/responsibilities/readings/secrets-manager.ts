import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [
      {
        part: 'resource policies that let in everyone',
        checks: ['secretsmanager-secret-not-public'],
      },
    ],
    unread: ['grants to other accounts', 'who in the account may read a secret'],
  },
  'application-code': {
    parts: [
      { part: 'whether anybody reads the secrets', checks: ['secretsmanager-secret-unused'] },
    ],
    unread: [],
  },
  'data-and-data-location': {
    parts: [
      {
        part: 'rotation',
        checks: [
          'secretsmanager-rotation-enabled',
          'secretsmanager-rotation-successful',
          'secretsmanager-secret-rotated-recently',
        ],
      },
    ],
    unread: ['Regions of secrets and their copies'],
  },
} satisfies ServiceReading;
