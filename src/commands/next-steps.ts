/** How the demo ends: with what to look at next. */
import { basename, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failedChecks } from '../../reports/gravest-first.ts';
import type { ReportReader } from '../report/model.ts';
import { printable } from '../text/printable.ts';

/** Lines for below the summary. @param paths of the reports that were written */
export function nextSteps(
  report: Pick<ReportReader, 'byCheck'>,
  paths: readonly string[],
  exitCode: number,
): string {
  const page = paths.find((path) => path.endsWith('.html'));
  const [gravest] = failedChecks(report.byCheck);
  const self = nameOfProgram();
  const steps = [
    ...(page === undefined ? [] : [`Open     ${pathToFileURL(page).href}`]),
    ...(gravest === undefined ? [] : [`Explain  ${self} explain ${gravest.check}`]),
    `Scan     ${self} --profile <name>   (your own account; it only reads)`,
  ];
  const code =
    exitCode === 0
      ? []
      : [
          `The demo worked. srm-scan --demo ends with ${exitCode}, as the sample company has failures`,
          'and gaps: a pipeline can stop there; see --fail-on and --allow-unknown.',
        ];
  return `\nNext\n${[...steps, ...code].map((line) => `  ${printable(line)}\n`).join('')}`;
}

/** How the program was called, so that the lines can be pasted. */
function nameOfProgram(): string {
  const [, path = ''] = process.argv;
  return basename(path) === 'srm-scan' ? 'srm-scan' : `node ${relative(process.cwd(), path)}`;
}
