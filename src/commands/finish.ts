/** What scan and evaluate share: reports, summary, exit code. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { summaryText } from '../../reports/terminal.ts';
import type { Changes } from '../compare/changes.ts';
import type { ReportReader } from '../report/model.ts';
import { withRules } from '../run/manifest/rules.ts';
import { exitCodeOf, type FailOn } from '../run/outcome.ts';
import { type Output, writeReports } from '../run/outputs/output.ts';
import { latestName, ownNames } from '../run/outputs/names.ts';
import type { RunFolder } from '../run/outputs/run-folder.ts';
import { UserError } from '../text/user-error.ts';
import { wrap } from '../text/wrap.ts';
import type { BaselineFile } from './baseline.ts';
import { changesText } from './changes-text.ts';
import { exitCodeOfChanges, reasonOfCode } from './heeded.ts';
import { nextSteps } from './next-steps.ts';
import { isColoured, type MannerOptions } from './manner.ts';
import { say, screens, widthOf } from './terminal.ts';

/** Where the result goes, how it is told, and what is a good end. */
export interface Ending {
  readonly output: Output;
  readonly manner: MannerOptions;
  readonly failOn: FailOn;
  readonly allowUnknown: boolean;
  /** An earlier report, to tell what changed. */
  readonly baseline?: BaselineFile;
  /** What the baseline has already is a good end. */
  readonly failOnNew?: true;
  /** Folder of the user's own checks. */
  readonly checksDir?: string;
}

/** Writes the reports, prints the summary and gives the exit code. @param begun the folder of the run, if it is begun */
export async function finish(
  judged: ReportReader,
  ending: Ending,
  begun?: RunFolder,
): Promise<number> {
  const { output, manner, checksDir } = ending;
  const report = withRules(judged, checksDir);
  const { paths, unsigned, unprinted } = await writeReports(report, output, begun);
  if (unsigned) say(`${unsigned.message}; the reports are written without a signature`);
  if (unprinted) say(`${unprinted.message}; what else was asked for is written`);
  const changes = await changesSince(ending.baseline, report);
  const hasFailed = unsigned !== undefined || unprinted !== undefined || changes === 'lost';
  const exitCode = hasFailed ? 2 : exitCodeWith(changes, report, ending);
  if (manner.quiet) return exitCode;
  if (output.to === 'folder') sayOfEarlier(output.path);
  const screen = output.to === 'stdout' ? screens.err : screens.out;
  const width = widthOf(screen);
  screen.write(summaryText(report, { width, colour: isColoured(screen, manner), paths }));
  if (changes !== undefined && changes !== 'lost') {
    const told = changesText(changes, { width, most: mostChanges });
    screen.write(`\nBaseline\n${[...told].join('\n')}\n`);
    const { failOnNew, failOn, allowUnknown } = ending;
    const reason = failOnNew ? reasonOfCode(changes, failOn, allowUnknown) : undefined;
    if (reason !== undefined) {
      screen.write(`\n${wrap(`--fail-on-new: ${reason}`, { width, hang: 2 }).join('\n')}\n`);
    }
  }
  if (report.scan.sample) screen.write(nextSteps(report, { paths, exitCode, width }));
  if (manner.verbose) {
    const meaning = (ending.failOnNew ? newMeanings : meanings)[exitCode];
    say(`exit code ${exitCode}: ${meaning}`);
  }
  return exitCode;
}

/** Changes of a kind that are told; `srm-scan diff` tells all of them. */
const mostChanges = 10;

/** A scan is not to be had again: its reports stand whatever became of the baseline. */
async function changesSince(
  baseline: BaselineFile | undefined,
  report: ReportReader,
): Promise<Changes | 'lost' | undefined> {
  try {
    return await baseline?.changesTo(report);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say(`${error.message}; the reports are written, and compared with nothing`);
    return 'lost';
  }
}

function exitCodeWith(
  changes: Changes | undefined,
  report: ReportReader,
  { failOn, failOnNew, allowUnknown }: Ending,
): 0 | 1 | 3 {
  return failOnNew && changes
    ? exitCodeOfChanges(changes, failOn, allowUnknown)
    : exitCodeOf(report, failOn, allowUnknown);
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
  2: 'the reports could not be signed, not be printed, or not be held against the baseline',
  3: 'something in scope could not be read, or the scan ended early',
};

const newMeanings: typeof meanings = {
  0: 'nothing fails at --fail-on or above that the baseline does not have; nothing more is unread',
  1: 'something fails at --fail-on or above that the baseline does not have',
  2: meanings[2],
  3: 'something could not be read that is no gap of the baseline, or the scan ended early',
};
