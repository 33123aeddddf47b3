/** `--baseline`: an earlier report that a scan, or a judging of evidence, is held against. */
import { stat } from 'node:fs/promises';
import { createBaseline, createComparison, type Changes } from '../compare/changes.ts';
import { type KeptHead, readKeptReport } from '../compare/kept-report.ts';
import type { ReportReader } from '../report/model.ts';
import { UserError } from '../text/user-error.ts';
import { reportFileAt } from './report-file.ts';

export interface BaselineFile {
  /** Throws a `UserError` where the baseline is of another account. */
  refuseOther(account: string): void;
  /** Rejects with a `UserError` where the file is not any more what it was when it was opened. */
  changesTo(report: ReportReader): Promise<Changes>;
}

/**
 * Reads the file through, so that all of it is known to be a report before a scan begins. It is read again when the scan has
 * ended, for a baseline of a million findings would stand in memory beside all that the scan gathers.
 */
export async function openBaselineFile(path: string): Promise<BaselineFile> {
  const file = await reportFileAt(path);
  const opened = await stateOf(file);
  const head = await readKeptReport(file, { check: nothing, call: nothing, finding: nothing });
  return {
    refuseOther: (account) => {
      const { id } = head.scan.account;
      if (id === account) return;
      throw new UserError(
        `--baseline ${path} is of account ${id}, and this is a scan of ${account}: name a report of the same account`,
      );
    },
    changesTo: async (report) => {
      if ((await stateOf(file)) !== opened) {
        throw new UserError(`--baseline ${path} was changed while the scan ran`);
      }
      const baseline = createBaseline();
      const comparison = createComparison(baseline.whole(await readKeptReport(file, baseline)));
      for (const check of report.checks) comparison.check(check);
      for (const call of report.calls()) comparison.call(call);
      for (const finding of report.findings()) comparison.finding(finding);
      return comparison.whole(headOf(report));
    },
  };
}

/** Changes when the file is written to, or another takes its place. */
async function stateOf(file: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(file).catch((error: unknown) => {
    throw new UserError(`${file} cannot be read any more`, { cause: error });
  });
  return [ino, size, mtimeMs].join(' ');
}

function nothing(): void {
  // It is read to be known as right.
}

function headOf({ tool, scan, coverage, summary }: ReportReader): KeptHead {
  return { tool, scan: { ...scan, selection: { ...scan.selection } }, coverage, summary };
}
