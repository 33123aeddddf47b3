/** The verdicts of each check as one hash, so that two judgements can be compared without either report. */
import { createHash, type Hash } from 'node:crypto';
import type { Finding, ReportReader } from '../../report/model.ts';

export interface Verdicts {
  readonly findings: number;
  /** SHA-256 (hex) of the findings, one line each, in the order of the report. */
  readonly sha256: string;
}

/** Of every check that was judged, by its id. No finding is kept. */
export function verdictsOf(
  report: Pick<ReportReader, 'checks' | 'findings'>,
): ReadonlyMap<string, Verdicts> {
  const running = new Map<string, { readonly hash: Hash; findings: number }>();
  for (const { id } of report.checks) {
    running.set(id, { hash: createHash('sha256'), findings: 0 });
  }
  for (const finding of report.findings()) {
    const of = running.get(finding.check);
    if (!of) continue;
    of.hash.update(lineOf(finding));
    of.findings += 1;
  }
  return new Map(
    [...running].map(([id, { hash, findings }]) => [id, { findings, sha256: hash.digest('hex') }]),
  );
}

/** What was judged of what, why, and by which answers. Muting is no part of it: it says nothing of the account. */
function lineOf({ id, outcome, severity, owner, latent, reasons, evidence }: Finding): string {
  return `${JSON.stringify([id, outcome, severity, owner, latent === true, reasons, evidence])}\n`;
}
