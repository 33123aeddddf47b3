/** Reports with what a format may stumble on: no finding at all, very many, and names that somebody hostile chose. */
import type { AttestationLine, Finding, MuteLine, Report } from '../../src/report/model.ts';
import { hostileNames, sampleReport } from './sample-report.ts';

/** Beside those of the sample report: what breaks encodings, lengths and lines. */
const brokenNames = [
  'nul\u0000byte',
  'lone\ud800surrogate',
  'line\nbreak\r\nand\ttab',
  '🪣'.repeat(40),
  'x'.repeat(10_240),
  ' blank at both ends\u00a0',
  '[click](javascript:alert(1)) **bold** `code`',
  '# heading',
  '@everyone @octocat #1 https://evil.example',
  '| cell | ``` <!-- --> ]]> <![CDATA[ &#0; %00',
  '+1-1',
  '-2+3',
  '\t=1+1',
  '\r=1+1',
  'a;=1+1',
  '\uFF1D1+1',
  '\uFFFE\uFFFF\u0085\u2028\u2029',
  "@SUM(1+1)*cmd|' /C calc'!A0",
] as const;

/**
 * Every name of a resource is one of those above or of the sample's, in turn; so is whatever else somebody outside may
 * word: an alias, AWS's own messages, a mute.
 */
export function hostileReport(): Report {
  const report = sampleReport();
  const names = [...brokenNames, ...hostileNames];
  const all = names.join(' ');
  const findings = report.findings.map((finding, index): Finding => {
    const name = names[index % names.length] ?? '';
    return {
      ...finding,
      resource: { ...finding.resource, name, arn: `arn:aws:s3:::${name}` },
      reasons: [`the setting is off for ${name}`, name],
      ...(finding.muted ? { muted: { ...finding.muted, reason: name, owner: name } } : {}),
    };
  });
  const { scan, coverage } = report;
  return {
    ...report,
    scan: {
      ...scan,
      status: 'partial',
      endedBy: all,
      account: { ...scan.account, alias: all },
      principal: `arn:aws:sts::${scan.account.id}:assumed-role/${all}`,
    },
    coverage: { ...coverage, gaps: coverage.gaps.map((gap) => ({ ...gap, cause: all })) },
    findings,
  };
}

/** Of an account in which nothing was found. */
export function emptyReport(): Report {
  const report = sampleReport();
  const { coverage } = report;
  const none = { fail: 0, unknown: 0, manual: 0, pass: 0, 'not-applicable': 0, 'out-of-scope': 0 };
  return {
    ...report,
    scan: { ...report.scan, account: { ...report.scan.account, alias: null }, regions: [] },
    coverage: { ...coverage, gaps: [] },
    summary: {
      byOutcome: none,
      bySeverity: { critical: 0, high: 0, medium: 0, low: 0, informational: 0 },
      byOwner: { customer: 0, aws: 0, organization: 0 },
      score: { passed: 0, of: 0 },
    },
    responsibilities: [],
    checks: [],
    controls: [],
    calls: [],
    findings: [],
  };
}

/** With what owners accept and persons attest, of every state, and worded by somebody hostile. */
export function acceptedReport(): Report {
  const report = hostileReport();
  const names = [...brokenNames, ...hostileNames];
  const [duty] = report.responsibilities;
  const mutes = names.map((name, at): MuteLine => {
    const state = muteStates[at % muteStates.length] ?? 'in-force';
    const what = { check: name, region: name, resource: name, reason: name, owner: name };
    return {
      ...what,
      until: '2027-01-31',
      state,
      matched: at,
      muted: state === 'in-force' ? at : 0,
    };
  });
  const attestations = names.map((name, at): AttestationLine => {
    const state = attestationStates[at % attestationStates.length] ?? 'in-force';
    const what = {
      question: duty?.id ?? 's3.encryption',
      answer: name,
      by: name,
      evidence: [name],
    };
    return { ...what, on: '2026-01-31', until: '2027-01-31', state };
  });
  return { ...report, mutes, attestations };
}

const muteStates = ['in-force', 'void', 'matches-nothing', 'nothing-to-mute', 'not-asked'] as const;
const attestationStates = ['in-force', 'expired', 'not-yet', 'other-account', 'replaced'] as const;
