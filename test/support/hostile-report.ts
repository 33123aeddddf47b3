/** Reports with what a format may stumble on: no finding at all, very many, and names that somebody hostile chose. */
import type { Finding, Report } from '../../src/report/model.ts';
import { sampleReport } from './sample-report.ts';

/** Beside those of the sample report: what breaks encodings, lengths and lines. */
export const brokenNames = [
  'nul\u0000byte',
  'lone\ud800surrogate',
  'line\nbreak\r\nand\ttab',
  '🪣'.repeat(40),
  'x'.repeat(10_240),
  ' blank at both ends\u00a0',
  '[click](javascript:alert(1)) **bold** `code`',
  '# heading',
  "@SUM(1+1)*cmd|' /C calc'!A0",
] as const;

/** Every name of a resource is one of those above, in turn. */
export function hostileReport(): Report {
  const report = sampleReport();
  const findings = report.findings.map((finding, index): Finding => {
    const name = brokenNames[index % brokenNames.length] ?? '';
    return {
      ...finding,
      resource: { ...finding.resource, name, arn: `arn:aws:s3:::${name}` },
      reasons: [`the setting is off for ${name}`],
    };
  });
  return { ...report, findings };
}

/** Of an account in which nothing was found. */
export function emptyReport(): Report {
  const report = sampleReport();
  const { summary, coverage } = report;
  const none = { fail: 0, unknown: 0, manual: 0, pass: 0, 'not-applicable': 0, 'out-of-scope': 0 };
  return {
    ...report,
    scan: { ...report.scan, account: { ...report.scan.account, alias: null }, regions: [] },
    coverage: { ...coverage, gaps: [] },
    summary: { ...summary, byOutcome: none, score: { passed: 0, of: 0 } },
    responsibilities: [],
    checks: [],
    controls: [],
    calls: [],
    findings: [],
  };
}
