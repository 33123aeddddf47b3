/**
 * What is told while many accounts are scanned: details of EventBridge events, small enough for a rule to choose by. Published
 * as a JSON Schema (docs/events.schema.json). They say nothing that the summary and the report do not say.
 */
import * as z from 'zod';
import type { FleetReport } from './model.ts';
import { handedOn } from './sent.ts';
import { accountId, type AccountSummary, bySeverity } from './summary.ts';
import { type Unscanned, unscannedReasons } from './unscanned.ts';

const count = z.int().nonnegative();
const run = z.string().max(100).describe('The name of the run.');
const reports = z
  .array(z.string().max(2000))
  .describe('s3:// addresses of what was written; empty where there is no report.');
const failures = bySeverity.describe('Failures, those that their owners accept among them.');

const accountEnded = z.object({
  schema: z.literal('srm-scan/account-ended/1'),
  run,
  account: accountId,
  result: z
    .enum(['complete', 'partial', ...unscannedReasons])
    .describe('How the scan ended, or why there is none.'),
  cause: z
    .string()
    .max(4000)
    .optional()
    .describe('Why there is no scan, or why it ended before everything was read.'),
  alias: z.string().max(200).nullable().optional(),
  bySeverity: failures.optional(),
  muted: count.optional().describe('Of the failures, those that their owners accept.'),
  unknown: count.optional().describe('Findings that could not be judged.'),
  gaps: count.optional().describe('Kinds of calls that gave no usable answer.'),
  ...handedOn,
  reports,
});

const change = count.describe('Accounts; left out where there is no report of an earlier run.');

const fleetEnded = z.object({
  schema: z.literal('srm-scan/fleet-ended/1'),
  run,
  accounts: count.describe('All that were known.'),
  complete: count,
  partial: count,
  unscanned: count.describe('Could not be scanned.'),
  suspended: count.describe('Left out.'),
  fails: count.describe('Accounts in which something fails.'),
  bySeverity: failures,
  muted: count,
  unsent: count
    .optional()
    .describe(
      'Scanned accounts whose findings were not all taken by Security Hub or Security Lake; left out where none was to be sent.',
    ),
  worse: change.optional(),
  better: change.optional(),
  reports,
});

export const eventShape = z.discriminatedUnion('schema', [accountEnded, fleetEnded]);

type Told = z.infer<typeof eventShape>;

/** The detail of `Account Scan Ended`. What was not read is left out. */
export type AccountEnded = Extract<Told, { readonly schema: 'srm-scan/account-ended/1' }>;
/** The detail of `Fleet Scan Ended`. */
export type FleetEnded = Extract<Told, { readonly schema: 'srm-scan/fleet-ended/1' }>;

export function eventOfScan(
  name: string,
  { scan, summary, completeness, sent, lake }: AccountSummary,
  written: readonly string[],
): AccountEnded {
  const { account, status, endedBy } = scan;
  return {
    schema: 'srm-scan/account-ended/1',
    run: name,
    account: account.id,
    result: status,
    ...(endedBy === undefined ? {} : { cause: endedBy }),
    alias: account.alias,
    bySeverity: summary.bySeverity,
    muted: Object.values(summary.muted ?? {}).reduce((sum, number) => sum + number, 0),
    unknown: summary.byOutcome.unknown,
    gaps: completeness.gaps,
    ...(sent && { sent }),
    ...(lake && { lake }),
    reports: [...written],
  };
}

export function eventOfUnscanned(
  name: string,
  { account, reason, cause }: Unscanned,
): AccountEnded {
  return {
    schema: 'srm-scan/account-ended/1',
    run: name,
    account,
    result: reason,
    cause,
    reports: [],
  };
}

export function eventOfFleet(
  name: string,
  { totals, trend, accounts: scanned }: Pick<FleetReport, 'totals' | 'trend' | 'accounts'>,
  written: readonly string[],
): FleetEnded {
  const { accounts, complete, partial, unscanned, suspended, standings, muted } = totals;
  const sent = scanned.filter((each) => each.sent ?? each.lake);
  return {
    schema: 'srm-scan/fleet-ended/1',
    run: name,
    accounts,
    complete,
    partial,
    unscanned,
    suspended,
    fails: standings.fails,
    bySeverity: totals.bySeverity,
    muted,
    ...(sent.length > 0 && {
      unsent: sent.filter((each) => each.sent?.why ?? each.lake?.why).length,
    }),
    ...(trend && { worse: trend.worse.length, better: trend.better.length }),
    reports: [...written],
  };
}
