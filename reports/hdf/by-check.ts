/** The findings of one check after the other. A report has them in another order, and there may be too many to be held. */
import type { Finding, ReportReader } from '../../src/report/model.ts';

/** What is held at a time. */
const mostHeld = 50_000;

/**
 * What is made of the findings of each check, check by check as the report lists them. Several checks are gathered in one
 * walk through the findings, as many as may be held; one that has more than that is handed on as it is walked.
 */
export function* byCheck<T>(
  report: Pick<ReportReader, 'checks' | 'byCheck' | 'findings'>,
  made: (finding: Finding) => T,
): Generator<readonly [check: string, all: Iterable<T>]> {
  for (const checks of batchesOf(report)) {
    const [first = ''] = checks;
    if (checks.length === 1) {
      yield [first, ofOne(report, first, made)];
      continue;
    }
    const gathered = new Map(checks.map((check): [string, T[]] => [check, []]));
    for (const finding of report.findings()) gathered.get(finding.check)?.push(made(finding));
    yield* gathered;
  }
}

function* ofOne<T>(
  { findings }: Pick<ReportReader, 'findings'>,
  check: string,
  made: (finding: Finding) => T,
): Generator<T> {
  for (const finding of findings()) if (finding.check === check) yield made(finding);
}

/** The ids of the checks, in groups that have no more findings than may be held. */
function batchesOf({ checks, byCheck: tallies }: Pick<ReportReader, 'checks' | 'byCheck'>) {
  const batches: string[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const { id } of checks) {
    const counts = Object.values(tallies.get(id)?.counts ?? {});
    const own = counts.reduce((sum, count) => sum + count, 0);
    held += own;
    if (held > mostHeld) {
      batches.push([id]);
      held = own;
    } else batches.at(-1)?.push(id);
  }
  return batches;
}
