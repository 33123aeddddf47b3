/**
 * What every output format is held to by one table of tests, test/reports/formats/formats.test.ts. A new format adds a file
 * `test/reports/formats/<format>.ts` that exports its case, and one line to the list in that test: it is then tried with the
 * sample account through the built command line, an empty account, a partial scan, hostile names, mutes and attestations, and 10,000 findings.
 */
import type { Reporter } from '../../reports/reporter.ts';
import type { Finding, Report } from '../../src/report/model.ts';
import { acceptedReport, emptyReport, hostileReport } from './hostile-report.ts';
import { readerOf } from './report-document.ts';
import { sampleReport } from './sample-report.ts';

export interface FormatCase {
  readonly reporter: Reporter;
  /** What the standard's own schema, or an independent reading of it, finds wrong; nothing where the text is valid. */
  faults(text: string): readonly unknown[] | Promise<readonly unknown[]>;
  /** The findings that the text tells of one by one, in any order, as whoever reads the format takes them. */
  told(text: string): readonly Told[];
  /** Which findings those should be; all, where it is left out. */
  tellsOf?(finding: Finding): boolean;
  /** People read it as it is, so nothing that cannot be seen may be in it. */
  readonly isForPeople?: true;
}

export interface Told {
  /** Id of the finding. */
  readonly id: string;
  /** Whether a reader takes it for something that is right, something that is wrong, or neither. */
  readonly as: 'pass' | 'fail' | 'neither';
}

/** What every format must come to terms with. The sample account is tried through the command line. */
export const reportsToTell: readonly (readonly [name: string, make: () => Report])[] = [
  ['a whole scan', () => sampleReport()],
  ['a partial scan', () => sampleReport({ partial: true })],
  ['an empty account', emptyReport],
  ['hostile names', hostileReport],
  ['mutes and attestations', acceptedReport],
  ['10,000 findings', () => sampleReport({ buckets: 1500 })],
];

export async function textOf({ render }: Reporter, report: Report): Promise<string> {
  let text = '';
  for await (const piece of render(readerOf(report))) text += piece;
  return text;
}
