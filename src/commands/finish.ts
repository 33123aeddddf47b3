/** What scan and evaluate share: reports, summary, exit code. */
import { summaryText } from '../../reports/terminal.ts';
import type { ReportReader } from '../report/model.ts';
import { exitCodeOf, type FailOn } from '../run/outcome.ts';
import { type Output, writeReports } from '../run/outputs/output.ts';
import type { Ready } from '../run/outputs/replace.ts';
import { nextSteps } from './next-steps.ts';
import { isColoured, type MannerOptions } from './manner.ts';
import { say, screens } from './terminal.ts';

/** Where the result goes, how it is told, and what is a good end. */
export interface Ending {
  readonly output: Output;
  readonly manner: MannerOptions;
  readonly failOn: FailOn;
  readonly allowUnknown: boolean;
}

/** Writes the reports, prints the summary and gives the exit code. */
export async function finish(
  report: ReportReader,
  { output, manner, failOn, allowUnknown }: Ending,
  also: readonly Ready[] = [],
): Promise<number> {
  const { paths, moved } = await writeReports(report, output, also);
  const exitCode = exitCodeOf(report, failOn, allowUnknown);
  if (manner.quiet) return exitCode;
  const screen = output.to === 'stdout' ? screens.err : screens.out;
  const width = Math.min(screen.columns || 80, 100);
  screen.write(summaryText(report, { width, colour: isColoured(screen, manner), paths, moved }));
  if (report.scan.sample) screen.write(nextSteps(report, paths, exitCode));
  if (manner.verbose) say(`exit code ${exitCode}: ${meanings[exitCode]}`);
  return exitCode;
}

const meanings: Readonly<Record<ReturnType<typeof exitCodeOf>, string>> = {
  0: 'nothing failed at --fail-on or above; what could not be read was allowed, or is nothing',
  1: 'something failed at --fail-on or above',
  3: 'something in scope could not be read, or the scan ended early',
};
