/** How a scan ends, in a number: the exit code of the command line, and a member of Lambda's answer. */
import { type FailOn, standingOf } from '../fleet/standing.ts';
import { severities } from '../judge/terms.ts';
import type { ReportHead } from '../report/model.ts';
import { unknownName } from '../text/user-error.ts';

export type { FailOn } from '../fleet/standing.ts';

const levels = [...severities, 'none'] as const;

export function parseFailOn(text: string): FailOn {
  const wanted = text.toLowerCase();
  const found = levels.find((level) => level === wanted);
  if (found) return found;
  throw unknownName('level for --fail-on', text, levels, `Known: ${levels.join(', ')}.`);
}

const exitCodes = { fails: 1, unread: 3, good: 0 } as const;

/**
 * 1: something failed at the bound; 3: nothing did, but something could not be read; 0: neither.
 *
 * @param allowUnknown gaps and unknown findings are known and accepted
 */
export function exitCodeOf(
  { scan, coverage, summary }: Pick<ReportHead, 'scan' | 'coverage' | 'summary'>,
  failOn: FailOn,
  allowUnknown = false,
): 0 | 1 | 3 {
  const counted = {
    bySeverity: summary.bySeverity,
    muted: summary.muted,
    unknown: summary.byOutcome.unknown,
    gaps: coverage.gaps.length,
    faults: coverage.gaps.filter(({ reason }) => reason === 'fault').length,
    status: scan.status,
  };
  return exitCodes[standingOf(counted, { failOn, allowUnknown })];
}
