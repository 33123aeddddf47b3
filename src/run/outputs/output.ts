/** Where reports go. */
import { resolve } from 'node:path';
import { findReporter, reporters, usualReporters } from '../../../reports/index.ts';
import type { AnyReporter, Reporter } from '../../../reports/reporter.ts';
import type { ReportReader } from '../../report/model.ts';
import { unknownName, UserError } from '../../text/user-error.ts';
import { type FolderOutput, writeToFolder, type Written } from './folder.ts';
import { tryLatest } from './latest.ts';
import { openPrinter } from './printer.ts';
import { removeLeftovers, type RunFolder } from './run-folder.ts';
import { writeToStdout } from './stdout.ts';
import { tryFolder } from './trial.ts';

export type Output = FolderOutput | { readonly to: 'stdout'; readonly reporter: Reporter };

/** Makes sure that the output can be written, before anything is scanned. */
export async function openOutput(path: string, reporters: readonly AnyReporter[]): Promise<Output> {
  if (path === '-') {
    const [reporter, ...more] = reporters;
    if (reporter && more.length === 0) {
      if (!reporter.isPrinted && !reporter.isBinary) return { to: 'stdout', reporter };
      throw new UserError(
        `--output - writes text, and ${reporter.id} is none; name a folder with --output`,
      );
    }
    throw new UserError('--output - writes one format; choose it with --format json');
  }
  const printer = reporters.some(({ isPrinted }) => isPrinted) ? await openPrinter() : undefined;
  const folder = resolve(path);
  try {
    await tryFolder(folder);
    await removeLeftovers(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`cannot write to ${folder} (${why}); choose another folder with --output`);
  }
  await tryLatest(folder);
  return { to: 'folder', path: folder, reporters, ...(printer && { printer }) };
}

/**
 * Writes the reports, into a folder of the run's own or to standard output.
 *
 * @param begun the folder of the run, where something of it was written already
 */
export async function writeReports(
  report: ReportReader,
  output: Output,
  begun?: RunFolder,
): Promise<Written> {
  if (output.to === 'folder') return writeToFolder(report, output, begun);
  await writeToStdout(report, output.reporter);
  return { paths: [] };
}

/** The reporters that are named; the usual ones where none is. */
export function parseFormats(names: readonly string[]): readonly AnyReporter[] {
  if (names.length === 0) return usualReporters;
  const known = reporters.map((reporter) => reporter.id);
  return [...new Set(names)].map((name) => {
    const reporter = findReporter(name);
    if (!reporter) throw unknownName('format', name, known, `Known: ${known.join(', ')}.`);
    return reporter;
  });
}

/** The same, where no browser can be: what one must print is refused. @param where it is */
export function parseFormatsWithoutBrowser(
  names: readonly string[],
  where: string,
): readonly AnyReporter[] {
  const chosen = parseFormats(names);
  const printed = chosen.find(({ isPrinted }) => isPrinted);
  if (!printed) return chosen;
  throw new UserError(
    `${printed.id} is printed by a Chromium, and there is none in ${where}; ask for html, and print that`,
  );
}
