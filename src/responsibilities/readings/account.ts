import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'identity-and-access': {
    parts: [
      { part: 'the primary contact', checks: ['account-contact-details-present'] },
      { part: 'the security contact', checks: ['account-security-contact'] },
      {
        part: 'whether service or resource control policies are attached',
        checks: ['organizations-guardrails-attached'],
      },
      { part: 'delegated administrators', checks: ['organizations-delegated-administrators'] },
    ],
    unread: ['billing and operations contacts', 'what control policies forbid'],
  },
  'data-and-data-location': {
    parts: [{ part: 'which Regions are on', checks: ['account-unapproved-regions-disabled'] }],
    unread: ['accounts that are no longer needed'],
  },
} satisfies ServiceReading;
