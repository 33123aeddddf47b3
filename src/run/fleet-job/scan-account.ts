/**
 * The step of each account: scans it as its role, or as much of it as one function has the time for. Its summary is written
 * last, under a key that only one writer can have, so that an account which was scanned is not scanned again in the same run,
 * and two functions at once leave one result.
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
import { inTemporaryFolder, storeReports, withLive } from '../lambda-scan.ts';
import { withRules } from '../manifest/rules.ts';
import { manifestName } from '../outputs/names.ts';
import { faultShape, unscannedByFault } from './fault.ts';
import { handOver } from './lake.ts';
import { landFindings } from './land.ts';
import {
  isKept,
  keepPart,
  openEarlier,
  type PartsPlace,
  type Reading,
  readingShape,
  refuseOtherScan,
} from './reading.ts';
import { scanPart, startOf, type WholeScan } from './scan-part.ts';
import { sendFindings } from './send.ts';
import { type FleetJob, fleetJobOf, inputOf, runName } from './settings.ts';
import { noted, openFleetStore, runKeys } from './store.ts';

const event = z.strictObject({
  run: runName,
  account: accountId,
  /** Where functions before this one have begun to read it. */
  reading: readingShape.optional(),
  /** Instead of a scan: how the function ended that did not end itself, as Step Functions caught it. */
  fault: faultShape.optional(),
});

/**
 * What came of an account, which the state machine tells; that this run has a result of it, which stays; or that another function
 * is to go on with it, and the input of that.
 */
export type AccountResult =
  | AccountEnded
  | { readonly account: string; readonly result: 'already scanned' }
  | GoesOn;

export interface GoesOn {
  readonly account: string;
  readonly result: 'goes on';
  readonly next: {
    readonly run: string;
    readonly account: string;
    readonly reading: { readonly id: string; readonly part: number };
  };
}

/** Rejects where it is not known whether another try would fare better. */
export async function scanAccount(input: unknown, context: LambdaContext): Promise<AccountResult> {
  tuneEngine();
  const { run, account, fault, ...asked } = inputOf(event, input);
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
    const reading = asked.reading ?? { id: requestId, part: 1 };
    const place = { store, keys, account, name: job.bucket.name };
    const goesOn: GoesOn = {
      account,
      result: 'goes on',
      next: { run, account, reading: { ...reading, part: reading.part + 1 } },
    };
    if (asked.reading && (await isKept(place, reading))) return goesOn;
    const whole = await scanned(job, place, reading, context);
    if (whole instanceof UserError)
      return await noScan(unscannedBy(whole, account, { again: restart(run) }));
    if (whole === undefined) {
      logLine(`${account}: part ${reading.part} was read and kept; another function goes on`);
      return goesOn;
    }
    const { report, besides } = whole;
    const stored = await storeReports(report, job.formats, store, (file) =>
      keys.report(account, requestId, file),
    );
    const reports = job.formats.map(({ file }) => `${requestId}/${file}`);
    const sent = await sendFindings(job, report, context);
    const lake = await handOver(job.lake, report, { run, requestId, keys, store });
    const manifest = { name: `${requestId}/${manifestName}`, ...stored.manifest };
    const told = { besides, sent, lake, manifest };
    const summary = summaryOf(report, report.rules ?? null, reports, told);
    const isFirst = await store.writeFirst(keys.summary(account), `${JSON.stringify(summary)}\n`);
    await landFindings(store, keys, account);
    const { status } = report.scan;
    const end = { account, run, status };
    logLine(metricLine(context, end, new Date()));
    return isFirst ? eventOfScan(run, summary, stored.addresses) : alreadyScanned;
  } finally {
    store.close();
  }
}

/** Undefined where another function goes on; or why it is known that there is no scan. */
async function scanned(
  { options, request, roleName, mostParts }: FleetJob,
  place: PartsPlace,
  reading: Reading,
  context: LambdaContext,
): Promise<WholeScan | UserError | undefined> {
  const { account } = place;
  const roleArn = `arn:${partitionOf(context)}:iam::${account}:role/${roleName}`;
  const time = context.getRemainingTimeInMillis();
  try {
    return await inTemporaryFolder(async (folder) => {
      const earlier = await openEarlier(place, reading, folder);
      try {
        const scan = await withLive(context, { ...options, roleArn }, request, async (live) => {
          refuseOtherScan(earlier, startOf(request, live));
          const keep = (path: string) => keepPart(place, reading, path);
          return scanPart(request, live, {
            number: reading.part,
            reading: { id: reading.id, account },
            most: mostParts,
            earlier,
            folder,
            keep,
            hasCredentials: live.hasCredentials,
            isLate: () => context.getRemainingTimeInMillis() < time / 3,
          });
        });
        if (!scan) return undefined;
        refuseOtherAccount(scan.report.scan.account.id, account);
        return { ...scan, report: withRules(scan.report) };
      } finally {
        await earlier.calls.close();
      }
    });
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** How the user has it scanned again. */
export function restart(run: string): string {
  return `start the state machine with {"run": "${run}"}`;
}
