/** What failed. */
import {
  type CheckTally,
  type ReportHead,
  type ReportReader,
  severities,
  type Severity,
} from '../../src/report/model.ts';
import type { Paint } from '../../src/text/paint.ts';
import { printable } from '../../src/text/printable.ts';
import { cutEnd, wrap } from '../../src/text/wrap.ts';
import { type FailedCheck, failedChecks } from '../gravest-first.ts';
import { count } from './count.ts';

/** Checks that are listed before "and n more". */
const mostChecks = 25;

type Failed = Pick<ReportHead, 'summary'> &
  Pick<ReportReader, 'byCheck'> & {
    readonly checks: readonly Pick<ReportHead['checks'][number], 'id' | 'title'>[];
  };

/** The failures by their own severities, and the checks that they are of: the rows add up to the totals. */
export function failures(
  report: Failed,
  { width }: { readonly width: number },
  paint: Paint,
): string[] {
  const failed = failedChecks(report.byCheck);
  if (failed.length === 0) return [paint('Failures', 'bold'), '  none'];
  const lines = [
    paint('Failures, each with what should hold', 'bold'),
    ...wrap(wordsOf(counted(report.summary.bySeverity)), { width, indent: 2 }),
  ];
  const titles = new Map(report.checks.map((check) => [check.id, check.title]));
  for (const { check, failures } of failed.slice(0, mostChecks)) {
    const [gravest, ...others] = counted(failures);
    if (!gravest) continue;
    const { severity } = gravest;
    const label = (severity === 'informational' ? 'info' : severity).padEnd(8);
    const colour = severity === 'critical' || severity === 'high' ? 'red' : 'yellow';
    const head = `  ${paint(label, colour)} ${String(gravest.count).padStart(4)}  `;
    const also = others.length === 0 ? '' : ` and ${wordsOf(others)}`;
    lines.push(head + cutEnd(printable(check), width - 17 - also.length) + also);
    for (const line of wrap(titleOf(titles.get(check) ?? ''), { width, indent: 17 })) {
      lines.push(paint(line, 'dim'));
    }
  }
  const more = failed.slice(mostChecks);
  if (more.length > 0) {
    const text = `and ${count(more.length, 'more check')}, in the report: ${wordsOf(counted(sumOf(more)))}`;
    lines.push(...wrap(text, { width, indent: 2, hang: 2 }));
  }
  return lines;
}

/** The severities that occur, the gravest first. */
function counted(failures: CheckTally['failures']) {
  return severities.flatMap((severity) => {
    const number = failures[severity] ?? 0;
    return number > 0 ? [{ severity, count: number }] : [];
  });
}

/** A title of a user's own check may be of any length. */
function titleOf(title: string): string {
  return cutEnd(printable(title), 160);
}

/** `14 critical, 3 low`. */
function wordsOf(counts: readonly { readonly severity: Severity; readonly count: number }[]) {
  return counts.map(({ severity, count: number }) => `${number} ${severity}`).join(', ');
}

function sumOf(checks: readonly FailedCheck[]): CheckTally['failures'] {
  const sum: Partial<Record<Severity, number>> = {};
  for (const { failures } of checks) {
    for (const { severity, count: number } of counted(failures)) {
      sum[severity] = (sum[severity] ?? 0) + number;
    }
  }
  return sum;
}
