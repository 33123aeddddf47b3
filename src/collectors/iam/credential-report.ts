/**
 * The credential report: one table of what every user of the account can sign in with. IAM writes it on demand and
 * keeps it for up to four hours, so it may be older than the last change.
 * Source: IAM user guide, "Generate credential reports for your AWS account".
 */
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { any } from '../../observe/logic.ts';
import { type Cause, derive, type Observed } from '../../observe/observed.ts';
import {
  missingColumns,
  type ReportedUser,
  type Row,
  rootOf,
  userOf,
} from './credential-report-rows.ts';
import type { ReportedRoot } from '../../reasoning/root-credentials.ts';
import { parseCsv } from '../../text/csv.ts';
import { GenerateCredentialReport, GetCredentialReport } from './operations.ts';

export interface CredentialReport {
  readonly generatedAt: Date;
  readonly root: Observed<ReportedRoot>;
  readonly users: readonly ReportedUser[];
  /** Rows that could not be understood. */
  readonly gaps: readonly Cause[];
}

export const credentialReport = defineCollector({
  id: 'iam.credential-report',
  service: 'iam',
  scope: 'global',
  calls: [GenerateCredentialReport, GetCredentialReport],
  gather: async (aws) => {
    const generated = await aws.poll(
      GenerateCredentialReport,
      {},
      ({ State }) => State === 'COMPLETE',
      () => true,
    );
    // Asked even if no new report was made: IAM refuses to hand out one that is older than four hours.
    const report = await aws.get(GetCredentialReport, {}, (answer, members) => {
      const { must, unusable } = members;
      const rows = rowsOf(must(answer, 'Content')) ?? unusable('the credential report is not CSV');
      return reportOf(rows, must(answer, 'GeneratedTime'), members);
    });
    return derive((read) => {
      // Where there is no report, the reason why none was made belongs to it.
      any(
        () => Boolean(read(report)),
        () => !read(generated),
      );
      return read(report);
    });
  },
});

/** The records, the header first; undefined where the content is not UTF-8 or not CSV. */
function rowsOf(content: Uint8Array): readonly (readonly string[])[] | undefined {
  try {
    return parseCsv(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const isRoot = (row: Row): boolean => row.get('user') === '<root_account>';

function reportOf(
  [header = [], ...records]: readonly (readonly string[])[],
  generatedAt: Date,
  members: Members,
): CredentialReport {
  const { gap, observe, unusable } = members;
  const missing = missingColumns(header);
  if (missing.length > 0) unusable(`the credential report lacks or repeats ${missing.join(', ')}`);

  const rows: Row[] = [];
  const gaps: Cause[] = [];
  for (const [index, record] of records.entries()) {
    const row: Row = new Map(header.map((column, at) => [column, record[at]]));
    const isWhole = record.length === header.length && row.get('user') && row.get('arn');
    if (isWhole) rows.push(row);
    else gaps.push(gap(`row ${index + 1} of the credential report does not fit its header`));
  }
  const rootRow = rows.find(isRoot);
  return {
    generatedAt,
    root: observe(() =>
      rootOf(rootRow ?? unusable('the credential report has no row of the root user'), members),
    ),
    users: rows.filter((row) => !isRoot(row)).map((row) => userOf(row, generatedAt, members)),
    gaps,
  };
}
