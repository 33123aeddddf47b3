/** What scan and evaluate share: reports, summary, exit code. */
import { summaryText } from '../../reports/terminal.ts';
import type { ReportReader } from '../report/model.ts';
import { exitCodeOf, type FailOn } from '../run/outcome.ts';
import { type Output, writeReports } from '../run/outputs/output.ts';

/** Writes the reports, prints the summary and gives the exit code. */
export async function finish(
  report: ReportReader,
  output: Output,
  failOn: FailOn,
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
