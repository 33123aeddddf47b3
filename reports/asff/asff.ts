/**
 * The AWS Security Finding Format (https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html):
 * what BatchImportFindings takes, as one array. Each finding is addressed to the Security Hub of its own Region.
 */
import type { ReportReader } from '../../src/report/model.ts';
import { inPieces } from '../pieces.ts';
import { formats } from '../formats.ts';
import type { Reporter } from '../reporter.ts';
import { asffFindings, regionOf } from './finding.ts';

export const asff: Reporter = {
  ...formats.asff,
  render: (report) => inPieces(parts(report)),
};

function* parts(report: ReportReader): Generator<string> {
  const toAsff = asffFindings(report);
  let separator = '[';
  for (const finding of report.findings()) {
    yield `${separator}\n${JSON.stringify(toAsff(finding, regionOf(finding, report.scan.partition)))}`;
    separator = ',';
  }
  yield separator === '[' ? '[]\n' : '\n]\n';
}
