import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [{ part: 'queue policies that let everyone in', checks: ['sqs-queue-not-public'] }],
    unread: ['other accounts that queue policies let in', 'who may use the SQS API'],
  },
  'server-side-encryption-at-rest': {
    parts: [{ part: 'whether queues encrypt their messages', checks: ['sqs-queue-encrypted'] }],
    unread: ['whose the keys are, and their policies'],
  },
} satisfies ServiceReading;
