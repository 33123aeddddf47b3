/**
 * The Lambda handler: the same scan, from an event, with its reports in S3. The deadline comes from the context, so a
 * scan that would run out of time still leaves a valid partial report.
 */
import { checks } from '../checks/index.ts';
import type { Report } from './report/model.ts';
import { tuneEngine } from './run/engine.ts';
import { accountOf, type LambdaContext, metricLine } from './run/lambda-context.ts';
import { parseEvent, readingTimeOf } from './run/lambda-event.ts';
import { logLine } from './run/lambda-log.ts';
import { scanWithin, storeReports } from './run/lambda-scan.ts';
import { exitCodeOf } from './run/outcome.ts';
import { withRules } from './run/manifest/rules.ts';
import { parseFormatsWithoutBrowser } from './run/outputs/output.ts';
import { markerKey, openBucket, reportKey } from './run/outputs/s3.ts';
import { requestOf } from './run/request.ts';
import { version } from './run/version.generated.ts';

// The steps of a run over many accounts, each a function of its own (deploy/fleet.json).
export { listAccounts, type ListedAccounts } from './run/fleet-job/list-accounts.ts';
export { reportFleet, type FleetResult } from './run/fleet-job/report-fleet.ts';
export { scanAccount, type AccountResult } from './run/fleet-job/scan-account.ts';
export type { LambdaContext } from './run/lambda-context.ts';
export type { LambdaEvent } from './run/lambda-event.ts';

export interface LambdaResult {
  readonly account: string;
  readonly status: Report['scan']['status'];
  /** Why a partial scan ended early. */
  readonly endedBy?: string;
  /** As the exit code of the command line: 0, 1 or 3. */
  readonly exitCode: 0 | 1 | 3;
  readonly summary: Report['summary'];
  readonly gaps: number;
  /** s3:// addresses of the reports. */
  readonly reports: readonly string[];
}

export async function handler(event: unknown, context: LambdaContext): Promise<LambdaResult> {
  tuneEngine();
  const options = parseEvent(event);
  const request = requestOf(checks, options);
  const formats = parseFormatsWithoutBrowser(options.formats, 'Lambda');
  readingTimeOf(context.getRemainingTimeInMillis());
  const { bucket, bucketOwner: owner = accountOf(context), prefix } = options;
  const run = { prefix, startedAt: new Date(), requestId: context.awsRequestId };

  const store = await openBucket({ name: bucket, owner });
  try {
    // A bucket that is not there, or not ours, is found out before the scan. `s3:PutObject` is all that the role has, and
    // nothing but a write tells whether a write will do.
    const started = { tool: { name: 'srm-scan', version }, ...run, selection: request.selection };
    await store.write(markerKey(run), `${JSON.stringify(started)}\n`);

    const report = withRules(await scanWithin(context, options, request));
    const { account, status, endedBy } = report.scan;
    const keyOf = (file: string) => reportKey(run, account.id, file);
    const result = {
      account: account.id,
      status,
      ...(endedBy === undefined ? {} : { endedBy }),
      exitCode: exitCodeOf(report, options.failOn, options.allowUnknown),
      summary: report.summary,
      gaps: report.coverage.gaps.length,
      reports: (await storeReports(report, formats, store, keyOf)).addresses,
    };
    logLine(metricLine(context, result, new Date()));
    return result;
  } finally {
    store.close();
  }
}
