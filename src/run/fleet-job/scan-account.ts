/**
 * The step of each account: scans it as its role. Its summary is written last, under a key that only one writer can have, so
 * that an account which was scanned is not scanned again in the same run, and two functions at once leave one result.
 */
import * as z from 'zod';
import { type AccountEnded, eventOfScan, eventOfUnscanned } from '../../fleet/events.ts';
import { accountId, summaryShape } from '../../fleet/summary.ts';
import { summaryOf } from '../../fleet/summarize.ts';
import { UserError } from '../../text/user-error.ts';
import type { Unscanned } from '../../fleet/unscanned.ts';
import { tuneEngine } from '../engine.ts';
import { parsedAs } from '../fleet/parsed-as.ts';
import { refuseOtherAccount, unscannedBy } from '../fleet/unscanned-by.ts';
import { type LambdaContext, metricLine, partitionOf } from '../lambda-context.ts';
import { logLine } from '../lambda-log.ts';
import { scanWithin, storeReports } from '../lambda-scan.ts';
import { withRules } from '../manifest/rules.ts';
import { faultShape, unscannedByFault } from './fault.ts';
import { handOver } from './lake.ts';
import { landFindings } from './land.ts';
import { sendFindings } from './send.ts';
import { type FleetJob, fleetJobOf, inputOf, runName } from './settings.ts';
import { noted, openFleetStore, runKeys } from './store.ts';

const event = z.strictObject({
  run: runName,
  account: accountId,
  /** Instead of a scan: how the function ended that did not end itself, as Step Functions caught it. */
  fault: faultShape.optional(),
});

/** What came of an account, which the state machine tells; or that this run has a result of it, which stays. */
export type AccountResult =
  | AccountEnded
  | { readonly account: string; readonly result: 'already scanned' };

/** Rejects where it is not known whether another try would fare better. */
export async function scanAccount(input: unknown, context: LambdaContext): Promise<AccountResult> {
  tuneEngine();
  const { run, account, fault } = inputOf(event, input);
  const job = fleetJobOf(context);
  const keys = runKeys(job.options.prefix, run);
  const requestId = context.awsRequestId;
  const store = await openFleetStore(job.bucket);
  try {
    const alreadyScanned = { account, result: 'already scanned' } as const;
    const before = await store.read(keys.summary(account));
    if (before !== undefined) {
      // Its function may have ended in between.
      await landFindings(store, keys, account);
      const summary = parsedAs(summaryShape, before);
      // A function that was ended after its last write has scanned it, and nobody was told.
      if (fault === undefined || 'why' in summary) return alreadyScanned;
      const reports = summary.reports.map(
        (name) => `s3://${job.bucket.name}/${keys.beside(account, name)}`,
      );
      return eventOfScan(run, summary, reports);
    }

    const noScan = async (unscanned: Unscanned) => {
      await noted(store, keys, requestId)(unscanned);
      return eventOfUnscanned(run, unscanned);
    };
    if (fault) return await noScan(unscannedByFault(fault, account, restart(run)));
    const report = await scanned(job, account, context);
    if (report instanceof UserError)
      return await noScan(unscannedBy(report, account, { again: restart(run) }));
    const written = await storeReports(report, job.formats, store, (file) =>
      keys.report(account, requestId, file),
    );
    const reports = job.formats.map(({ file }) => `${requestId}/${file}`);
    const sent = await sendFindings(job, report, context);
    const lake = await handOver(job.lake, report, { run, requestId, keys, store });
    const summary = summaryOf(report, report.rules ?? null, reports, { sent, lake });
    const isFirst = await store.writeFirst(keys.summary(account), `${JSON.stringify(summary)}\n`);
    await landFindings(store, keys, account);
    const { status } = report.scan;
    const end = { account, run, status };
    logLine(metricLine(context, end, new Date()));
    return isFirst ? eventOfScan(run, summary, written) : alreadyScanned;
  } finally {
    store.close();
  }
}

/** Or why it is known that there is no scan. */
async function scanned(
  { options, request, roleName }: FleetJob,
  account: string,
  context: LambdaContext,
) {
  const roleArn = `arn:${partitionOf(context)}:iam::${account}:role/${roleName}`;
  try {
    const report = withRules(await scanWithin(context, { ...options, roleArn }, request));
    refuseOtherAccount(report.scan.account.id, account);
    return report;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** How the user has it scanned again. */
export function restart(run: string): string {
  return `start the state machine with {"run": "${run}"}`;
}
