/** Requirements of NIST SP 800-53 that AWS relates many of its controls to in one and the same set. */

/** Data is encrypted where it lies. */
export const encryptionAtRest = [
  'CA-9(1)',
  'CM-3(6)',
  'SC-7(10)',
  'SC-13',
  'SC-28',
  'SC-28(1)',
  'SI-7(6)',
] as const;
/** Networks let in what is needed. */
export const openNetwork = [
  'AC-4',
  'AC-4(21)',
  'SC-7',
  'SC-7(4)',
  'SC-7(5)',
  'SC-7(11)',
  'SC-7(16)',
  'SC-7(21)',
] as const;
/** Traffic to AWS stays in private networks. */
export const endpoints = [
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
/** Nobody but those who are meant reaches it. */
export const publicAccess = [...endpoints, 'SC-7(9)'] as const;
/** People sign in with several factors. */
export const mfa = ['AC-2(1)', 'AC-3(15)', 'IA-2(1)', 'IA-2(2)', 'IA-2(6)', 'IA-2(8)'] as const;
/** There is a copy, and it is kept. */
export const backups = [
  'CP-6',
  'CP-6(1)',
  'CP-6(2)',
  'CP-9',
  'CP-10',
  'SC-5(2)',
  'SI-12',
  'SI-13(5)',
] as const;
/** What is stored has a lifetime. */
export const lifecycles = ['CP-6(2)', 'CP-9', 'CP-10', 'SC-5(2)', 'SI-13(5)'] as const;
/** It goes on when one place fails. */
export const severalZones = ['CP-6(2)', 'CP-10', 'SC-5(2)', 'SC-36', 'SI-13(5)'] as const;
/** Flaws are mended by new versions. */
export const upgrades = ['SI-2', 'SI-2(2)', 'SI-2(4)', 'SI-2(5)'] as const;
/** Requests are recorded. */
export const requestLogs = [
  'AC-4(26)',
  'AU-2',
  'AU-3',
  'AU-6(3)',
  'AU-6(4)',
  'AU-10',
  'AU-12',
  'CA-7',
  'SC-7(9)',
  'SI-7(8)',
] as const;
/** What people and programs do is recorded. */
export const eventRecords = ['AC-2(4)', 'AC-6(9)', ...requestLogs, 'SI-3(8)', 'SI-4(20)'] as const;
/** Connections are encrypted. */
export const encryptionInTransit = [
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
] as const;
/** Connections within a cluster are encrypted. */
export const encryptionBetweenNodes = [
  'AC-4',
  'SC-7(4)',
  'SC-8',
  'SC-8(1)',
  'SC-8(2)',
  'SC-13',
  'SC-23',
  'SC-23(3)',
] as const;
/** Data is encrypted with keys that the customer holds. */
export const ownKeys = [...encryptionAtRest, 'AU-9', 'SC-12(2)'] as const;
/** A setting is as it was agreed. */
export const settings = ['CA-9(1)', 'CM-2'] as const;
/** Settings follow an agreed state. */
export const baselines = [...settings, 'CM-2(2)'] as const;
/** Nothing goes away by mistake. */
export const deletionProtection = [...baselines, 'CM-3', 'SC-5(2)'] as const;
/** Access is granted to known identities. */
export const identities = ['AC-2(1)', 'AC-3', 'AC-3(7)', 'AC-3(15)', 'AC-6'] as const;
/** Nobody has more power than the task takes. */
export const privileges = [...identities, 'AC-5'] as const;
/** Policies grant what the task takes. */
export const grants = [...privileges, 'AC-2', 'AC-6(3)'] as const;
/** Web requests are filtered. */
export const webRules = ['AC-4(21)', 'SC-7', 'SC-7(11)', 'SC-7(16)', 'SC-7(21)'] as const;
