import type { Catalogue } from './framework.ts';

/**
 * Requirements of PCI DSS 4.0.1 that the checks bear upon: numbers of the standard, in our own
 * words (the text of the standard is copyrighted).
 */
export const pciDss401 = {
  id: 'pci-dss-4.0.1',
  name: 'PCI DSS',
  version: '4.0.1',
  publisher: 'PCI Security Standards Council',
  url: 'https://www.pcisecuritystandards.org/document_library/',
  complete: false,
  aliases: ['pci', 'pci-dss', 'pci-4', 'pci-4.0', 'pci-4.0.1', 'pci-dss-4', 'pci-dss-4.0'],
  controls: {
    '1.3.1': 'Traffic into the cardholder environment is limited to what is needed',
    '1.4.4': 'Systems that store cardholder data are out of reach of untrusted networks',
    '2.2.1': 'Configuration standards exist and are kept to',
    '2.2.2': 'Vendor default accounts are dealt with',
    '2.2.6': 'Security parameters prevent misuse',
    '3.5.1': 'Stored card numbers cannot be read',
    '3.7.4': 'Cryptographic keys are replaced at the end of their life',
    '4.2.1': 'Card numbers travel over open networks under strong cryptography',
    '6.2.3': 'Own software is reviewed for flaws before release',
    '6.2.4': 'Own software withstands common attacks',
    '6.3.1': 'Vulnerabilities are found and ranked',
    '6.3.3': 'Security patches are applied in time',
    '6.4.2': 'An automated defence stands before public web applications',
    '7.2.1': 'An access control model gives each role what it needs',
    '7.3.1': 'A system of access control limits access to need to know',
    '8.2.6': 'Accounts that are no longer used are disabled',
    '8.3.2': 'Authentication factors are unreadable in transit and storage',
    '8.3.6': 'Passwords are long and complex enough',
    '8.3.7': 'Recent passwords are not used again',
    '8.3.9': 'Passwords that stand alone change, or access is judged dynamically',
    '8.3.10.1': 'Customer passwords change, or access is judged dynamically',
    '8.4.2': 'Access to the cardholder environment takes MFA',
    '8.6.2': 'Passwords of system accounts are not written into code or files',
    '8.6.3': 'Passwords of system accounts are protected from misuse',
    '10.2.1': 'Audit logs are on',
    '10.3.2': 'Audit logs are protected from change',
    '10.4.2': 'Logs of other components are reviewed regularly',
    '10.5.1': 'Audit logs are kept for a year',
    '11.3.1': 'Internal vulnerability scans run regularly',
    '11.5.1': 'Intrusions into the network are detected',
    '12.3.4': 'Hardware and software in use are reviewed every year',
    '12.10.3': 'Somebody is on call for incidents',
  },
} as const satisfies Catalogue;
