/** What scan and evaluate share: reports, summary, exit code. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { summaryText } from '../../reports/terminal.ts';
import type { ReportReader } from '../report/model.ts';
import { withRules } from '../run/manifest/rules.ts';
import { exitCodeOf, type FailOn } from '../run/outcome.ts';
import { type Output, writeReports } from '../run/outputs/output.ts';
import { latestName, ownNames } from '../run/outputs/names.ts';
import type { RunFolder } from '../run/outputs/run-folder.ts';
import { nextSteps } from './next-steps.ts';
import { isColoured, type MannerOptions } from './manner.ts';
import { say, screens } from './terminal.ts';

/** Where the result goes, how it is told, and what is a good end. */
export interface Ending {
  readonly output: Output;
  readonly manner: MannerOptions;
  readonly failOn: FailOn;
  readonly allowUnknown: boolean;
  /** Folder of the user's own checks. */
  readonly checksDir?: string;
}

/** Writes the reports, prints the summary and gives the exit code. @param begun the folder of the run, if it is begun */
export async function finish(
  judged: ReportReader,
  { output, manner, failOn, allowUnknown, checksDir }: Ending,
  begun?: RunFolder,
): Promise<number> {
  const report = withRules(judged, checksDir);
  const { paths, unsigned, unprinted } = await writeReports(report, output, begun);
  if (unsigned) say(`${unsigned.message}; the reports are written without a signature`);
  if (unprinted) say(`${unprinted.message}; what else was asked for is written`);
  const exitCode = unsigned || unprinted ? 2 : exitCodeOf(report, failOn, allowUnknown);
  if (manner.quiet) return exitCode;
  if (output.to === 'folder') sayOfEarlier(output.path);
  const screen = output.to === 'stdout' ? screens.err : screens.out;
  const width = Math.min(screen.columns || 80, 100);
  screen.write(summaryText(report, { width, colour: isColoured(screen, manner), paths }));
  if (report.scan.sample) screen.write(nextSteps(report, paths, exitCode));
  if (manner.verbose) say(`exit code ${exitCode}: ${meanings[exitCode]}`);
  return exitCode;
}

/** What srm-scan 0.1.0 left right in the folder would be read by a script as of this scan. */
function sayOfEarlier(folder: string): void {
  const old = ownNames.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (old === undefined) return;
  say(`${old} is of an earlier scan; those of this one are in ${join(folder, latestName)}`);
}

const meanings: Readonly<Record<0 | 1 | 2 | 3, string>> = {
  0: 'nothing failed at --fail-on or above; what could not be read was allowed, or is nothing',
  1: 'something failed at --fail-on or above',
  2: 'the reports could not be signed, or not printed',
  3: 'something in scope could not be read, or the scan ended early',
};
