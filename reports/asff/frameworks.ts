/** How ASFF names frameworks: in the types of findings, and in the requirements that they bear upon. */
import type { CheckLine } from '../../src/report/model.ts';

type Claims = CheckLine['claims'];
type FrameworkId = Claims[number]['framework'];

/**
 * Classifiers of the user guide's taxonomy of types (securityhub-findings-format-type-taxonomy); a framework without one adds
 * none. The one of AWS's own standard is written as Security Hub writes it in its own findings.
 */
const classifiers: Readonly<Partial<Record<FrameworkId, string>>> = {
  'cis-aws-5.0': 'CIS AWS Foundations Benchmark',
  'cis-aws-6.0': 'CIS AWS Foundations Benchmark',
  'cis-aws-7.0': 'CIS AWS Foundations Benchmark',
  'aws-fsbp': 'AWS-Foundational-Security-Best-Practices',
  'nist-800-53-r5': 'NIST 800-53 Controls (USA)',
  'pci-dss-4.0.1': 'PCI-DSS',
  'nist-csf-2.0': 'NIST CSF Controls (USA)',
  'iso-27001-2022': 'ISO 27001 Controls',
  'soc-2-2017': 'SOC 2',
};

const checks = 'Software and Configuration Checks';

/** Namespace, category, classifier. */
export function typesOf(claims: Claims): string[] {
  const standards = new Set(claims.flatMap(({ framework }) => classifiers[framework] ?? []));
  return [
    `${checks}/AWS Security Best Practices`,
    ...[...standards].map((name) => `${checks}/Industry and Regulatory Standards/${name}`),
  ];
}

/** As Security Hub writes the requirements of its own controls. */
const prefixes: Readonly<Partial<Record<FrameworkId, string>>> = {
  'cis-aws-5.0': 'CIS AWS Foundations Benchmark v5.0.0/',
  'cis-aws-6.0': 'CIS AWS Foundations Benchmark v6.0.0/',
  'cis-aws-7.0': 'CIS AWS Foundations Benchmark v7.0.0/',
  'aws-fsbp': 'AWS Foundational Security Best Practices v1.0.0/',
  'nist-800-53-r5': 'NIST.800-53.r5 ',
  'pci-dss-4.0.1': 'PCI DSS v4.0.1/',
};

/** Security Hub takes 32 (API reference, Compliance): those that the check decides come first. */
const most = 32;

export function requirementsOf(claims: Claims): string[] {
  const decides = claims.filter(({ relation }) => relation !== 'intersects-with');
  const supports = claims.filter(({ relation }) => relation === 'intersects-with');
  return [...decides, ...supports]
    .slice(0, most)
    .map(({ framework, control }) => `${prefixes[framework] ?? `${framework} `}${control}`);
}
