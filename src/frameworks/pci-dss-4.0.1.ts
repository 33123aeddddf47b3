import type { Catalogue } from './framework.ts';
import { requirements1To6 } from './pci-dss/1-to-6.ts';
import { requirements7To12 } from './pci-dss/7-to-12.ts';

/**
 * The requirements 1 to 12 of PCI DSS 4.0.1 (defined approach): numbers of the standard, in our own words, since its text is
 * copyrighted. Its appendices are left out: A1 for multi-tenant service providers, A2 for old terminals, A3 for designated
 * entities.
 */
export const pciDss401 = {
  id: 'pci-dss-4.0.1',
  name: 'PCI DSS',
  version: '4.0.1',
  publisher: 'PCI Security Standards Council',
  url: 'https://www.pcisecuritystandards.org/document_library/',
  complete: true,
  aliases: ['pci', 'pci-dss', 'pci-4', 'pci-4.0', 'pci-4.0.1', 'pci-dss-4', 'pci-dss-4.0'],
  controls: { ...requirements1To6, ...requirements7To12 },
} as const satisfies Catalogue;
