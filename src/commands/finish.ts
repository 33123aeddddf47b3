/** What scan and evaluate share: reports, summary, exit code. */
import { summaryText } from '../../reports/terminal.ts';
import type { Report } from '../report/model.ts';
import type { Severity } from '../judge/terms.ts';
import { isAtLeast } from '../plan/selection.ts';
import { type Output, writeReports } from '../run/outputs/folder.ts';

/** Writes the reports, prints the summary and gives the exit code. */
export async function finish(
  report: Report,
  output: Output,
  failOn: Severity | 'none',
  also: readonly string[] = [],
): Promise<number> {
  const paths = [...(await writeReports(report, output)), ...also];
  const stream = output.to === 'stdout' ? process.stderr : process.stdout;
  const width = Math.min(stream.columns || 80, 100);
  // https://no-color.org: set and not empty.
  const colour = stream.isTTY && !process.env['NO_COLOR'];
  stream.write(summaryText(report, { width, colour, paths }));
  return exitCodeOf(report, failOn);
}

/** 1: something failed at the bound; 3: nothing did, but something could not be read; 0: neither. */
export function exitCodeOf(report: Report, failOn: Severity | 'none'): 0 | 1 | 3 {
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
