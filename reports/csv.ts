/** findings.csv: a row for each finding, for a spreadsheet. report.json is for programs: it has everything, and as it is. */
import type { ReportReader } from '../src/report/model.ts';
import { byteOrderMark, spreadsheetRecord } from '../src/text/spreadsheet.ts';
import { csvCells, csvHeadings } from './csv-columns.ts';
import { cures } from './cures.ts';
import { formats } from './formats.ts';
import { inPieces } from './pieces.ts';
import type { Reporter } from './reporter.ts';

export const csv: Reporter = {
  ...formats.csv,
  render: (report) => inPieces(records(report)),
};

function* records(report: ReportReader): Generator<string> {
  const checks = new Map(report.checks.map((check) => [check.id, check]));
  const cureOf = cures(report);
  yield byteOrderMark;
  yield spreadsheetRecord(csvHeadings);
  for (const finding of report.findings()) {
    yield spreadsheetRecord(csvCells(finding, checks.get(finding.check), cureOf));
  }
}
