import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [{ part: 'topic policies that let everyone in', checks: ['sns-topic-not-public'] }],
    unread: ['other accounts that topic policies let in', 'who has subscribed'],
  },
  'server-side-encryption-at-rest': {
    parts: [{ part: 'whether topics have a KMS key', checks: ['sns-topic-encrypted'] }],
    unread: ['whose the keys are, and their policies'],
  },
} satisfies ServiceReading;
