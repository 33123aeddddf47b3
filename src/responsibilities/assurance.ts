/**
 * What shows that AWS does its part: the kinds of reports of independent auditors, and where they are had, which differs
 * by partition. AWS Artifact user guide; https://aws.amazon.com/compliance/programs/. Which service a report covers must
 * be looked up; nothing here claims that one does.
 */

const artefacts = {
  infrastructure: 'SOC 2 Type II report; ISO/IEC 27001 certificate; PCI DSS AOC',
  operation: 'SOC 2 Type II report; ISO/IEC 27001 and 27017 certificates; PCI DSS AOC',
  encryption:
    'SOC 2 Type II report; ISO/IEC 27001 certificate; PCI DSS AOC; FIPS 140-3 certificate of the KMS HSM (NIST CMVP)',
  privacy: 'SOC 2 Type II report; ISO/IEC 27018 and 27701 certificates',
  availability:
    'SOC 2 Type II report (availability criteria); ISO 22301 certificate; AWS service level agreement',
} as const;

export type AssuranceId = keyof typeof artefacts | 'customer';

/** By partition, where the reports are had. */
const places: Readonly<Record<string, string>> = {
  aws: 'from AWS Artifact',
  'aws-us-gov':
    'from AWS Artifact of the GovCloud console, with the FedRAMP High package for AWS GovCloud (US)',
  'aws-cn':
    'from AWS Artifact of the China console or the operators Sinnet (Beijing) and NWCD (Ningxia): reports on the global Regions do not speak of China',
  'aws-eusc':
    'from AWS Artifact of the European Sovereign Cloud: reports on the global Regions do not speak of it',
};

const elsewhere = "from AWS's account team: the reports of this partition are not public";

/** What of AWS's reports is the customer's, and is missed most often. */
const customersShare = {
  soc: 'Read the complementary user entity controls in the SOC report: AWS’s controls hold only with them.',
  pci: 'Read the PCI DSS responsibility summary beside the AOC: it says which requirements stay with the customer.',
  scope:
    'Whether the service is in the scope of a report was not looked up: https://aws.amazon.com/compliance/services-in-scope/',
} as const;

/** A report says the same of hundreds of lines. */
const said = new Map<string, string>();

/** @param partition as in ARNs, such as `aws-us-gov` */
export function assuranceOf(id: AssuranceId, partition: string): string {
  if (id === 'customer') return 'none: customer evidence (scan results and own records)';
  const key = `${id} ${partition}`;
  const before = said.get(key);
  if (before !== undefined) return before;
  const kinds = artefacts[id];
  const shares = [
    customersShare.soc,
    ...(kinds.includes('PCI DSS') ? [customersShare.pci] : []),
    customersShare.scope,
  ];
  const words = `${kinds}, ${places[partition] ?? elsewhere}. ${shares.join(' ')}`;
  said.set(key, words);
  return words;
}
