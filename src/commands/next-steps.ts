/** How the demo ends: with what to look at next. */
import { basename, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failedChecks } from '../../reports/gravest-first.ts';
import type { ReportReader } from '../report/model.ts';
import { printable } from '../text/printable.ts';
import { wrap } from '../text/wrap.ts';

interface Ended {
  /** Of the reports that were written. */
  readonly paths: readonly string[];
  readonly exitCode: number;
  /** Columns. */
  readonly width: number;
}

/** Lines for below the summary. */
export function nextSteps(
  report: Pick<ReportReader, 'byCheck'>,
  { paths, exitCode, width }: Ended,
): string {
  const page = paths.find((path) => path.endsWith('.html'));
  const [gravest] = failedChecks(report.byCheck);
  const self = nameOfProgram();
  const steps = [
    ...(page === undefined ? [] : [`Open     ${pathToFileURL(page).href}`]),
    ...(gravest === undefined ? [] : [`Explain  ${self} explain ${gravest.check}`]),
    `Scan     ${self} --profile <name>   (your own account; it only reads)`,
  ];
  const code = `The demo worked. srm-scan --demo ends with ${exitCode}, as the sample company has failures and gaps: a pipeline can stop there; see --fail-on and --allow-unknown.`;
  const lines = [
    // What is to be pasted is never broken.
    ...steps.map((step) => `  ${printable(step)}`),
    ...(exitCode === 0 ? [] : wrap(code, { width, indent: 2 })),
  ];
  return `\nNext\n${lines.join('\n')}\n`;
}

/** How the program was called, so that the lines can be pasted. */
function nameOfProgram(): string {
  const [, path = ''] = process.argv;
  return basename(path) === 'srm-scan' ? 'srm-scan' : `node ${relative(process.cwd(), path)}`;
}
