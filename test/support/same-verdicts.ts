/** What a fault may do to a report: turn verdicts into `unknown`. It may turn them into nothing else, and hide nothing. */
import { severities, type Severity } from '../../src/judge/terms.ts';
import type { Finding, Report } from '../../src/report/model.ts';

/** What a report says otherwise than the one of the same account without the fault: nothing, if all is well. */
export function broken(whole: Report, faulty: Report): string[] {
  const after = new Map(faulty.findings.map((finding) => [finding.id, finding]));
  const changed = whole.findings.flatMap((before) => {
    const now = after.get(before.id);
    if (!now || now.outcome === before.outcome || now.outcome === 'unknown') return [];
    return [`${label(before)}: ${before.outcome} became ${now.outcome}`];
  });
  const hidden = whole.findings
    .filter((before) => !after.has(before.id))
    .filter((before) => !faulty.findings.some((now) => standsFor(before, now)))
    .map((before) => `${label(before)}: gone, and no unknown in its place`);
  const ownFaults = faulty.findings
    .filter(({ reasons }) => reasons.some((reason) => reason.includes('itself failed')))
    .map((finding) => `${label(finding)}: ${finding.reasons.join('; ')}`);
  const own = new Map(faulty.checks.map(({ id, severity }) => [id, gravity(severity)]));
  const lightened = whole.findings.flatMap((before) => {
    const now = after.get(before.id);
    if (now?.outcome !== 'fail' || before.outcome !== 'fail') return [];
    // What could not be read may leave the severity to the check. It makes nothing lighter than that.
    const least = Math.min(gravity(before.severity), own.get(now.check) ?? 0);
    const isLatentNow = now.latent === true && before.latent !== true;
    if (gravity(now.severity) >= least && !isLatentNow) return [];
    return [`${label(before)}: ${before.severity} became ${now.severity}`];
  });
  return [...changed, ...hidden, ...ownFaults, ...lightened];
}

/**
 * What the report of all checks says by the checks of another, which were judged alone: that a check says the same alone as
 * among all is a law of its own (`test/laws/faults.test.ts`).
 */
export function saidOf(whole: Report, { checks }: Pick<Report, 'checks'>): Report {
  const judged = new Set(checks.map(({ id }) => id));
  return { ...whole, findings: whole.findings.filter(({ check }) => judged.has(check)) };
}

function gravity(severity: Severity): number {
  return severities.length - severities.indexOf(severity);
}

/** Verdicts by finding, with their reasons but for the minute of the credential report, which each scan may ask for anew. */
export function verdictsOf(report: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(
    report.findings.map((finding) => [
      `${label(finding)} ${finding.id}`,
      `${finding.outcome}: ${finding.reasons.join('; ').replaceAll(/ \(credential report of [^)]+\)/g, '')}`,
    ]),
  );
}

/** The list is told not to be whole; or one pass of the Region stands for that of each resource. */
function standsFor(before: Finding, now: Finding): boolean {
  if (now.check !== before.check) return false;
  const isSameRegion = now.region === before.region || now.region === 'global';
  if (now.outcome === 'unknown') return isSameRegion || now.resource.arn === before.resource.arn;
  return (
    before.outcome === 'pass' &&
    now.outcome === 'pass' &&
    isSameRegion &&
    now.resource.type === 'AWS::::Account'
  );
}

function label({ check, region, resource }: Finding): string {
  return `${check} ${region} ${resource.arn}`;
}
