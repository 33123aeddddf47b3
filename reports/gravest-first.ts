/** The order in which checks that fail are told of: the same on the terminal, on the page and on paper. */
import { type CheckTally, severities, type Severity } from '../src/report/model.ts';

/** The failures of a check. */
export interface Weight {
  readonly check: string;
  /** The gravest of them. */
  readonly severity: Severity;
  /** How many are of that severity. */
  readonly count: number;
  /** How many of those are of a resource that is in use: neither latent, nor a setting of the account. */
  readonly live: number;
}

/**
 * By severity; within one, what is open before what could be opened: a bucket that is public goes before a setting that would
 * let buckets be public in seventeen Regions. What is equal in all goes by the check's id.
 */
export function gravestFirst(a: Weight, b: Weight): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    b.live - a.live ||
    b.count - a.count ||
    (a.check < b.check ? -1 : a.check > b.check ? 1 : 0)
  );
}

export interface FailedCheck extends Weight {
  readonly failures: CheckTally['failures'];
}

/** The checks that fail, the gravest first. */
export function failedChecks(byCheck: ReadonlyMap<string, CheckTally>): readonly FailedCheck[] {
  return [...byCheck]
    .flatMap(([check, { failures, live }]) => {
      const severity = severities.find((each) => (failures[each] ?? 0) > 0);
      if (severity === undefined) return [];
      return [
        { check, failures, severity, count: failures[severity] ?? 0, live: live[severity] ?? 0 },
      ];
    })
    .toSorted(gravestFirst);
}
