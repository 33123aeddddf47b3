import { otherControls } from './security-hub/index.ts';
import type { Catalogue } from './framework.ts';

/**
 * Security Hub CSPM controls that exist outside the Foundational Security Best Practices standard:
 * they belong to the CIS, NIST, PCI DSS or tagging standards of Security Hub. A framework of their
 * own, so that a report never counts them towards `aws-fsbp`. The publication has no version; it is
 * whole as of September 2026.
 */
export const awsSecurityHub = {
  id: 'aws-security-hub',
  name: 'AWS Security Hub CSPM controls outside FSBP',
  version: 'unversioned',
  publisher: 'Amazon Web Services',
  url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html',
  complete: true,
  aliases: ['security-hub', 'aws-security-hub-cspm', 'security-hub-cspm'],
  controls: otherControls,
} as const satisfies Catalogue;
