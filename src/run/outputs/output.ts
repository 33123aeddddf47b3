/** Where reports go. */
import { resolve } from 'node:path';
import { findReporter, reporters, usualReporters } from '../../../reports/index.ts';
import type { Reporter } from '../../../reports/reporter.ts';
import type { ReportReader } from '../../report/model.ts';
import { unknownName, UserError } from '../../text/user-error.ts';
import { writeToFolder, type Written } from './folder.ts';
import type { Ready } from './replace.ts';
import { writeToStdout } from './stdout.ts';
import { tryFiles, tryFolder } from './trial.ts';

export type Output =
  | { readonly to: 'folder'; readonly path: string; readonly reporters: readonly Reporter[] }
  | { readonly to: 'stdout'; readonly reporter: Reporter };

/** Makes sure that the output can be written, before anything is scanned. */
export async function openOutput(path: string, reporters: readonly Reporter[]): Promise<Output> {
  if (path === '-') {
    const [reporter, ...more] = reporters;
    if (reporter && more.length === 0) return { to: 'stdout', reporter };
    throw new UserError('--output - writes one format; choose it with --format json');
  }
  const folder = resolve(path);
  try {
    await tryFolder(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`cannot write to ${folder} (${why}); choose another folder with --output`);
  }
  await tryFiles(
    folder,
    reporters.map(({ file }) => file),
  );
  return { to: 'folder', path: folder, reporters };
}

/** Writes the reports, and puts them in their places together with the `also`. */
export async function writeReports(
  report: ReportReader,
  output: Output,
  also: readonly Ready[] = [],
): Promise<Written> {
  if (output.to === 'folder') return writeToFolder(report, output.path, output.reporters, also);
  await writeToStdout(report, output.reporter);
  return { paths: [], moved: [] };
}

/** The reporters that are named; the usual ones where none is. */
export function parseFormats(names: readonly string[]): readonly Reporter[] {
  if (names.length === 0) return usualReporters;
  const known = reporters.map((reporter) => reporter.id);
  return [...new Set(names)].map((name) => {
    const reporter = findReporter(name);
    if (!reporter) throw unknownName('format', name, known, `Known: ${known.join(', ')}.`);
    return reporter;
  });
}
