/** A report as a whole document and as a reader: tests look at small ones, and know what is in them. */
import type {
  CheckTally,
  Finding,
  Outcome,
  Report,
  ReportReader,
  Severity,
} from '../../src/report/model.ts';

/** Everything that a reader gives; the matrix is whole. */
export function documentOf(reader: ReportReader): Report {
  const { schema, tool, scan, coverage, summary, checks, letIn, mutes, attestations } = reader;
  const lists = { calls: [...reader.calls()], findings: [...reader.findings()] };
  return {
    ...{ schema, tool, scan, coverage, summary },
    ...(letIn && { letIn }),
    // Thousands of reports are made in the tests of laws, which do not ask for these.
    get responsibilities() {
      return reader.responsibilities;
    },
    otherServices: [],
    checks,
    get controls() {
      return reader.controls;
    },
    ...(mutes && { mutes }),
    ...(attestations && { attestations }),
    ...lists,
  };
}

/** What a reporter is handed. */
export function readerOf({ calls, findings, otherServices: _none, ...head }: Report): ReportReader {
  return {
    ...head,
    totals: { calls: calls.length, findings: findings.length },
    byCheck: new Map(
      [...new Set(findings.map(({ check }) => check))].map((check) => [
        check,
        tallyOf(findings.filter((finding) => finding.check === check)),
      ]),
    ),
    calls: () => calls,
    findings: () => findings,
  };
}

function tallyOf(findings: readonly Finding[]): CheckTally {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of findings) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const failures: Partial<Record<Severity, number>> = {};
  const live: Partial<Record<Severity, number>> = {};
  for (const { outcome, severity, latent, resource } of findings) {
    if (outcome !== 'fail') continue;
    failures[severity] = (failures[severity] ?? 0) + 1;
    if (latent || resource.type === 'AWS::::Account') continue;
    live[severity] = (live[severity] ?? 0) + 1;
  }
  return { counts, failures, live };
}
