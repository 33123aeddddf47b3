/**
 * What AWS says of its own Security Hub controls that checks serve: their severity, and the requirements of NIST SP 800-53
 * and PCI DSS 4.0.1 that AWS relates them to. From the "Related requirements" and "Severity" of each control in the Security
 * Hub user guide; ids only. A control that a check serves is listed here, or does not compile.
 */
import type { awsFsbp } from './aws-fsbp.ts';
import type { awsSecurityHub } from './aws-security-hub.ts';
import type { nist80053r5 } from './nist-800-53-r5.ts';
import type { pciDss401 } from './pci-dss-4.0.1.ts';

type NistId = keyof (typeof nist80053r5)['controls'];
type PciId = keyof (typeof pciDss401)['controls'];
type AwsId = keyof (typeof awsFsbp)['controls'] | keyof (typeof awsSecurityHub)['controls'];

export interface AwsControl {
  /** As AWS grades it, in small letters. */
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly nist?: readonly NistId[];
  readonly pci?: readonly PciId[];
  /**
   * Those of them that, in our reading, ask for this very setting among other things: where it is wrong, the requirement
   * is not met. All others ask for an outcome to which the setting is one contribution.
   */
  readonly asks?: readonly (NistId | PciId)[];
}

const encryptionAtRest = [
  'CA-9(1)',
  'CM-3(6)',
  'SC-7(10)',
  'SC-13',
  'SC-28',
  'SC-28(1)',
  'SI-7(6)',
] as const;
const openNetwork = [
  'AC-4',
  'AC-4(21)',
  'SC-7',
  'SC-7(4)',
  'SC-7(5)',
  'SC-7(11)',
  'SC-7(16)',
  'SC-7(21)',
] as const;
const endpoints = [
  'AC-3',
  'AC-3(7)',
  'AC-4',
  'AC-4(21)',
  'AC-6',
  'AC-21',
  'SC-7',
  'SC-7(3)',
  'SC-7(4)',
  'SC-7(11)',
  'SC-7(16)',
  'SC-7(20)',
  'SC-7(21)',
] as const;
const publicAccess = [...endpoints, 'SC-7(9)'] as const;
const mfa = ['AC-2(1)', 'AC-3(15)', 'IA-2(1)', 'IA-2(2)', 'IA-2(6)', 'IA-2(8)'] as const;
const backups = [
  'CP-6',
  'CP-6(1)',
  'CP-6(2)',
  'CP-9',
  'CP-10',
  'SC-5(2)',
  'SI-12',
  'SI-13(5)',
] as const;
const severalZones = ['CP-6(2)', 'CP-10', 'SC-5(2)', 'SC-36', 'SI-13(5)'] as const;
const upgrades = ['SI-2', 'SI-2(2)', 'SI-2(4)', 'SI-2(5)'] as const;

const eventRecords = [
  'AC-2(4)',
  'AC-4(26)',
  'AC-6(9)',
  'AU-2',
  'AU-3',
  'AU-6(3)',
  'AU-6(4)',
  'AU-10',
  'AU-12',
  'CA-7',
  'SC-7(9)',
  'SI-3(8)',
  'SI-4(20)',
  'SI-7(8)',
] as const;

const mapping = {
  'Account.1': { severity: 'medium', nist: ['CM-2', 'CM-2(2)'] },
  'CloudTrail.1': {
    severity: 'high',
    nist: [...eventRecords, 'AU-14(1)', 'SA-8(22)'],
  },
  'CloudTrail.2': {
    severity: 'medium',
    nist: [...encryptionAtRest, 'AU-9'],
    pci: ['10.3.2'],
  },
  'CloudTrail.3': { severity: 'high', pci: ['10.2.1'], asks: ['10.2.1'] },
  'CloudTrail.4': {
    severity: 'low',
    nist: ['AU-9', 'SI-4', 'SI-7(1)', 'SI-7(3)', 'SI-7(7)'],
    pci: ['10.3.2'],
  },
  'CloudTrail.6': { severity: 'critical', pci: ['1.4.4'] },
  'CloudTrail.7': { severity: 'low', pci: ['10.2.1'] },
  'Config.1': { severity: 'critical', nist: ['CM-3', 'CM-6(1)', 'CM-8', 'CM-8(2)'] },
  'DynamoDB.2': {
    severity: 'medium',
    nist: ['CP-6(2)', 'CP-9', 'CP-10', 'SC-5(2)', 'SI-12', 'SI-13(5)'],
  },
  'EC2.1': { severity: 'critical', nist: publicAccess },
  'EC2.2': { severity: 'high', nist: openNetwork },
  'EC2.3': { severity: 'medium', nist: encryptionAtRest, asks: ['SC-28', 'SC-28(1)'] },
  'EC2.6': {
    severity: 'medium',
    nist: ['AC-4(26)', 'AU-2', 'AU-3', 'AU-6(3)', 'AU-6(4)', 'AU-12', 'CA-7', 'SI-7(8)'],
  },
  'EC2.7': { severity: 'medium', nist: encryptionAtRest },
  'EC2.8': { severity: 'high', nist: ['AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-6'], pci: ['2.2.6'] },
  'EC2.10': { severity: 'medium', nist: endpoints },
  'EC2.13': {
    severity: 'high',
    nist: [...openNetwork, 'CM-7'],
    pci: ['1.3.1'],
    asks: ['1.3.1'],
  },
  'EC2.14': { severity: 'high', pci: ['1.3.1'], asks: ['1.3.1'] },
  'EC2.18': { severity: 'high', nist: openNetwork, asks: ['SC-7(5)'] },
  'EC2.19': {
    severity: 'critical',
    nist: [...openNetwork, 'CA-9(1)', 'CM-2', 'CM-2(2)', 'CM-7'],
  },
  'EC2.21': {
    severity: 'medium',
    nist: ['AC-4(21)', 'CA-9(1)', 'CM-2', 'CM-2(2)', 'CM-7', 'SC-7', 'SC-7(5)', 'SC-7(21)'],
    pci: ['1.3.1'],
  },
  'EC2.28': { severity: 'low', nist: backups },
  'EC2.53': { severity: 'high', pci: ['1.3.1'], asks: ['1.3.1'] },
  'EC2.54': { severity: 'high', pci: ['1.3.1'], asks: ['1.3.1'] },
  'EC2.55': { severity: 'medium', nist: endpoints },
  'EC2.56': { severity: 'medium', nist: endpoints },
  'EC2.57': { severity: 'medium', nist: endpoints },
  'IAM.1': {
    severity: 'high',
    nist: [
      'AC-2',
      'AC-2(1)',
      'AC-3',
      'AC-3(7)',
      'AC-3(15)',
      'AC-5',
      'AC-6',
      'AC-6(2)',
      'AC-6(3)',
      'AC-6(10)',
    ],
  },
  'IAM.2': {
    severity: 'low',
    nist: ['AC-2', 'AC-2(1)', 'AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-6', 'AC-6(3)'],
  },
  'IAM.3': {
    severity: 'medium',
    nist: ['AC-2(1)', 'AC-2(3)', 'AC-3(15)'],
    pci: ['8.3.9', '8.6.3'],
  },
  'IAM.4': {
    severity: 'critical',
    nist: ['AC-2(1)', 'AC-3(7)', 'AC-3(15)', 'AC-6', 'AC-6(2)', 'AC-6(10)'],
  },
  'IAM.5': { severity: 'medium', nist: mfa, pci: ['8.4.2'], asks: ['8.4.2'] },
  'IAM.6': { severity: 'critical', nist: mfa, pci: ['8.4.2'], asks: ['IA-2(6)'] },
  'IAM.8': {
    severity: 'medium',
    nist: ['AC-2', 'AC-2(1)', 'AC-2(3)', 'AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-6'],
    pci: ['8.2.6'],
    asks: ['8.2.6'],
  },
  'IAM.9': { severity: 'critical', nist: mfa, pci: ['8.4.2'], asks: ['IA-2(1)', '8.4.2'] },
  'IAM.15': { severity: 'medium' },
  'IAM.16': { severity: 'low', pci: ['8.3.7'] },
  'IAM.18': { severity: 'low', pci: ['12.10.3'] },
  'IAM.19': { severity: 'medium', nist: mfa, pci: ['8.4.2'] },
  'IAM.22': { severity: 'medium' },
  'IAM.26': { severity: 'medium' },
  'IAM.27': { severity: 'medium' },
  'IAM.28': { severity: 'high' },
  'KMS.4': { severity: 'medium', nist: ['SC-12', 'SC-12(2)', 'SC-28(3)'], pci: ['3.7.4'] },
  'KMS.5': { severity: 'critical' },
  'RDS.1': { severity: 'critical', nist: publicAccess },
  'RDS.2': { severity: 'critical', nist: openNetwork, pci: ['1.4.4'], asks: ['1.4.4'] },
  'RDS.3': { severity: 'medium', nist: encryptionAtRest, asks: ['SC-28', 'SC-28(1)'] },
  'RDS.5': { severity: 'medium', nist: severalZones },
  'RDS.11': { severity: 'medium', nist: backups },
  'RDS.13': { severity: 'high', nist: upgrades, pci: ['6.3.3'], asks: ['SI-2(5)'] },
  'RDS.15': { severity: 'medium', nist: severalZones },
  'RDS.27': { severity: 'medium', nist: encryptionAtRest, asks: ['SC-28', 'SC-28(1)'] },
  'RDS.35': { severity: 'medium', nist: upgrades, pci: ['6.3.3'], asks: ['SI-2(5)'] },
  'RDS.38': { severity: 'medium' },
  'RDS.39': { severity: 'medium' },
  'RDS.41': { severity: 'medium' },
  'RDS.44': { severity: 'medium' },
  'S3.1': { severity: 'medium', nist: publicAccess, pci: ['1.4.4'] },
  'S3.2': { severity: 'critical', nist: publicAccess },
  'S3.3': { severity: 'critical', nist: publicAccess },
  'S3.5': {
    severity: 'medium',
    nist: [
      'AC-4',
      'AC-17(2)',
      'IA-5(1)',
      'SC-7(4)',
      'SC-8',
      'SC-8(1)',
      'SC-8(2)',
      'SC-12(3)',
      'SC-13',
      'SC-23',
      'SC-23(3)',
      'SI-7(6)',
    ],
    pci: ['4.2.1'],
    asks: ['SC-8', 'SC-8(1)', '4.2.1'],
  },
  'S3.8': { severity: 'high', nist: publicAccess, pci: ['1.4.4'] },
  'S3.9': {
    severity: 'medium',
    nist: eventRecords,
    pci: ['10.2.1'],
  },
  'S3.14': {
    severity: 'low',
    nist: [
      'AU-9(2)',
      'CP-6',
      'CP-6(1)',
      'CP-6(2)',
      'CP-9',
      'CP-10',
      'SC-5(2)',
      'SI-12',
      'SI-13(5)',
    ],
  },
  'S3.20': { severity: 'low', nist: ['CA-9(1)', 'CM-2', 'CM-2(2)', 'CM-3', 'SC-5(2)'] },
  'S3.22': { severity: 'medium', pci: ['10.2.1'] },
  'S3.23': { severity: 'medium', pci: ['10.2.1'] },
} as const satisfies { readonly [id in AwsId]?: AwsControl };

/** The AWS controls that a check can serve. */
export type MappedAwsId = keyof typeof mapping;

export const awsMapping: ReadonlyMap<string, AwsControl> = new Map<string, AwsControl>(
  Object.entries(mapping),
);
