/** How a scan ends, in a number: the exit code of the command line, and a member of Lambda's answer. */
import { severities, type Severity } from '../judge/terms.ts';
import { isAtLeast } from '../plan/selection.ts';
import type { Report } from '../report/model.ts';
import { unknownName } from '../text/user-error.ts';

/** The severity from which on a failure counts. */
export type FailOn = Severity | 'none';

const levels = [...severities, 'none'] as const;

export function parseFailOn(text: string): FailOn {
  const wanted = text.toLowerCase();
  const found = levels.find((level) => level === wanted);
  if (found) return found;
  throw unknownName('level for --fail-on', text, levels, `Known: ${levels.join(', ')}.`);
}

/** 1: something failed at the bound; 3: nothing did, but something could not be read; 0: neither. */
export function exitCodeOf(report: Report, failOn: FailOn): 0 | 1 | 3 {
  const failed = report.findings.some(
    ({ outcome, severity, muted }) =>
      outcome === 'fail' && muted === undefined && failOn !== 'none' && isAtLeast(severity, failOn),
  );
  if (failed) return 1;
  const { scan, coverage, summary } = report;
  const unread =
    scan.status === 'partial' || coverage.gaps.length > 0 || summary.byOutcome.unknown > 0;
  return unread ? 3 : 0;
}
