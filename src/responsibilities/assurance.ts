/**
 * What shows an auditor that AWS does its part: reports that AWS publishes in AWS Artifact, and certificates that
 * others publish. Which services a report covers is listed by AWS per programme ("AWS Services in Scope by Compliance
 * Program"); nothing here claims it service by service. No report of AWS certifies the customer's own configuration.
 */
export const assurances = {
  infrastructure: 'SOC 2 Type II report; ISO/IEC 27001 certificate; PCI DSS AOC (AWS Artifact)',
  operation:
    'SOC 2 Type II report; ISO/IEC 27001 and 27017 certificates; PCI DSS AOC (AWS Artifact)',
  encryption:
    'SOC 2 Type II report; ISO/IEC 27001 certificate; PCI DSS AOC (AWS Artifact); FIPS 140-3 certificate of the KMS HSM (NIST CMVP)',
  privacy: 'SOC 2 Type II report; ISO/IEC 27018 and 27701 certificates (AWS Artifact)',
  availability:
    'SOC 2 Type II report (availability criteria); ISO 22301 certificate (AWS Artifact); AWS service level agreement',
  customer: 'none: customer evidence (scan results and own records)',
} as const;

export type AssuranceId = keyof typeof assurances;
