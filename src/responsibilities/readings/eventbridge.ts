import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [
      {
        part: 'policies of event buses',
        checks: ['eventbridge-bus-not-public', 'eventbridge-bus-policy-attached'],
      },
    ],
    unread: [
      'other accounts that policies let in',
      'what the roles of rules may do',
      'policies of schema registries',
    ],
  },
} satisfies ServiceReading;
