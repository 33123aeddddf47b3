import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'encryption-in-transit': {
    parts: [
      { part: 'when certificates end', checks: ['acm-certificate-not-expiring'] },
      { part: 'the keys of certificates', checks: ['acm-certificate-key-strength'] },
    ],
    unread: [
      'whether certificates are deployed where they should be',
      'private certificate authorities',
      'who has the keys of exported certificates',
    ],
  },
} satisfies ServiceReading;
