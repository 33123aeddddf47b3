/** How a scan ends, in a number: the exit code of the command line, and a member of Lambda's answer. */
import { severities, type Severity } from '../judge/terms.ts';
import { isAtLeast } from '../plan/selection.ts';
import type { ReportHead } from '../report/model.ts';
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

/**
 * 1: something failed at the bound; 3: nothing did, but something could not be read; 0: neither.
 *
 * @param allowUnknown gaps and unknown findings are known and accepted. Nobody can know beforehand that a scan will end
 *   early, or that the scanner itself will break: those give 3 all the same
 */
export function exitCodeOf(
  { scan, coverage, summary }: Pick<ReportHead, 'scan' | 'coverage' | 'summary'>,
  failOn: FailOn,
  allowUnknown = false,
): 0 | 1 | 3 {
  const failed = severities.some(
    (severity) =>
      failOn !== 'none' &&
      isAtLeast(severity, failOn) &&
      summary.bySeverity[severity] > (summary.muted?.[severity] ?? 0),
  );
  if (failed) return 1;
  const broken =
    scan.status === 'partial' || coverage.gaps.some(({ reason }) => reason === 'fault');
  const unread = coverage.gaps.length > 0 || summary.byOutcome.unknown > 0;
  return broken || (unread && !allowUnknown) ? 3 : 0;
}
