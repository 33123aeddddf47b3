/** The real matrix, with what the sample's findings make of it. */
import type { Finding, ResponsibilityLine } from '../../src/report/model.ts';
import type { Outcome } from '../../src/judge/terms.ts';
import { responsibilities } from '../../src/responsibilities/index.ts';
import { sampleChecks } from './sample-checks.ts';

const unusedServices = new Set(['neptune', 'emr', 'redshift']);

export function linesOf(findings: readonly Finding[]): readonly ResponsibilityLine[] {
  const findingsOf = new Map<string, Finding[]>(sampleChecks.map((check) => [check.id, []]));
  for (const finding of findings) findingsOf.get(finding.check)?.push(finding);
  const judged = new Set(sampleChecks.map((check) => check.responsibility.split('.')[0]));
  return responsibilities.map((row) => {
    const checks = sampleChecks
      .filter((check) => check.responsibility === row.id)
      .map((check) => check.id);
    const counts: Partial<Record<Outcome, number>> = {};
    for (const finding of checks.flatMap((check) => findingsOf.get(check) ?? [])) {
      counts[finding.outcome] = (counts[finding.outcome] ?? 0) + 1;
    }
    const { status, note } = statusOf(
      row.owner,
      checks.length,
      counts.unknown ?? 0,
      row.attestation,
    );
    const inUse = judged.has(row.service) ? 'yes' : unusedServices.has(row.service) ? 'no' : null;
    const looked = row.service === 'rds' ? 'unknown' : (inUse ?? 'not-looked-for');
    return { ...row, status, note, inUse: looked, checks, counts };
  });
}

function statusOf(
  owner: ResponsibilityLine['owner'],
  checks: number,
  unknown: number,
  attestation: string | undefined,
): Pick<ResponsibilityLine, 'status' | 'note'> {
  if (owner === 'aws') return { status: 'out-of-scope', note: 'AWS does this.' };
  if (checks > 0 && unknown > 0) return { status: 'partly-assessed', note: 'Not all was read.' };
  if (checks > 0) return { status: 'assessed', note: `Assessed by ${checks} checks.` };
  if (attestation !== undefined) return { status: 'attestation', note: 'A person must attest it.' };
  return { status: 'not-assessed', note: 'No check of this scan covers it.' };
}
