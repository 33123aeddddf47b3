/**
 * The report of a fleet: many accounts, from the summary of each. Published as a JSON Schema (docs/fleet.schema.json). A
 * former one is read back to tell the trend, so its shape is here, and its types follow from it.
 */
import * as z from 'zod';
import { severities } from '../judge/terms.ts';
import { controlStates } from '../report/model.ts';
import { organizationShape } from './organization/model.ts';
import { standings } from './standing.ts';
import { handedOn } from './sent.ts';
import { accountId, byOutcome, bySeverity, calls, howItWasRead } from './summary.ts';
import { unscannedReasons } from './unscanned.ts';

export { severities, type Severity } from '../judge/terms.ts';
export type { HandedOver, SentFindings } from './sent.ts';
export { type Standing, standings } from './standing.ts';
export type { UnscannedReason } from './unscanned.ts';
export type { FleetOrganization, OrganizationJudgement } from './organization/model.ts';

export const fleetSchema = 'srm-scan/fleet/1';

const count = z.int().nonnegative();
const score = z.object({ passed: count, of: count });
const hash = z.string().max(64);
const text = z.string().max(4000);

const account = z.object({
  id: accountId,
  alias: text.nullable(),
  standing: z.enum(standings),
  status: z.enum(['complete', 'partial']),
  endedBy: text.optional(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  ...howItWasRead,
  bySeverity: bySeverity.describe('Failures, those that are muted among them.'),
  muted: count.describe('Of the failures, those that their owners accept.'),
  unknown: count,
  score,
  gaps: count,
  calls,
  requests: count.describe('Requests that its scan sent.'),
  requestsByService: z.record(text, count).optional().describe('The same, by service.'),
  report: text.nullable().describe('Where its own report is, seen from this one.'),
  ...handedOn,
});

const unscanned = z.object({
  account: accountId,
  reason: z.enum(unscannedReasons),
  cause: text,
  cure: text,
});

const check = z.object({
  id: text,
  title: text.nullable().describe('Null for a check that this version does not know.'),
  worst: z
    .enum(severities)
    .nullable()
    .describe('Of its gravest failure; null where nothing fails.'),
  accounts: z
    .object({
      fail: count,
      muted: count.describe('All that fails there is accepted.'),
      unknown: count,
      pass: count,
      nothing: count.describe('Nothing there that it judges.'),
    })
    .describe('Each account once, by the first of these that holds there.'),
  findings: z.object({ fail: count, muted: count, unknown: count, pass: count }),
  failing: z.array(accountId).describe('Accounts where something fails that nobody accepts.'),
});

const states = z.record(z.enum(controlStates), count);

const framework = z.object({
  id: text,
  name: text.nullable(),
  accounts: count.describe('Accounts whose scan tells of it.'),
  controls: z.array(
    z.object({
      control: text,
      title: text.nullable(),
      met: count,
      'not-met': count,
      'partly-read': count,
      'to-attest': count,
    }),
  ),
  states: states.describe('Of all accounts added up: a control counts once in each.'),
});

const change = z.object({ from: count, to: count });

const trend = z.object({
  since: z.iso.datetime().nullable().describe('When the former report’s first scan began.'),
  alike: z.boolean().describe('Both were asked for the same, and judged by the same rules.'),
  newAccounts: z.array(accountId),
  goneAccounts: z.array(accountId).describe('They were scanned before, and are in no list now.'),
  noLongerScanned: z.array(accountId),
  worse: z
    .array(accountId)
    .describe('At the gravest severity that changed more fails than before.'),
  better: z.array(accountId),
  failures: z
    .record(z.enum(severities), change)
    .describe('Of accounts that were scanned both times.'),
  score: z.object({ from: score, to: score }),
  checks: z
    .array(z.object({ id: text, from: count, to: count }))
    .describe(
      'Checks that fail in more accounts than before, or in fewer: of those scanned both times.',
    ),
});

export const fleetShape = z.object({
  schema: z.literal(fleetSchema),
  tool: z.object({ name: z.literal('srm-scan'), version: text }),
  fleet: z.object({
    startedAt: z.iso.datetime().nullable().describe('When the first scan began; null for none.'),
    finishedAt: z.iso.datetime().nullable(),
    sample: z.literal(true).optional(),
    failOn: z.enum([...severities, 'none']),
    allowUnknown: z.boolean(),
  }),
  totals: z.object({
    accounts: count.describe('All that were known, those that were left out among them.'),
    complete: count,
    partial: count,
    unscanned: count.describe('Could not be scanned.'),
    suspended: count.describe('Left out.'),
    standings: z.record(z.enum(standings), count),
    byOutcome,
    bySeverity,
    muted: count,
    score,
    calls,
  }),
  judgedBy: z
    .array(z.object({ version: text, rules: hash.nullable(), selection: hash, accounts: count }))
    .describe(
      'What the accounts were asked for, and by which rules: one line where all are alike.',
    ),
  accounts: z.array(account),
  unscanned: z.array(unscanned),
  organization: organizationShape
    .optional()
    .describe('What is judged once for all accounts; absent where the organisation was not asked.'),
  reasons: z.record(text, count).describe('Calls that were lost, by reason.'),
  permissions: z
    .array(z.object({ action: text, accounts: count }))
    .describe('What the role lacks, and in how many accounts.'),
  checks: z.array(check).describe('The worst first.'),
  frameworks: z.array(framework),
  responsibilities: z.record(z.enum(['aws', 'customer', 'shared']), z.record(text, count)),
  requests: z.record(text, count).describe('Requests that were sent, by service.'),
  trend: trend.optional(),
});

/** Many accounts in one report. */
export type FleetReport = z.infer<typeof fleetShape>;
export type FleetAccount = z.infer<typeof account>;
export type FleetCheck = z.infer<typeof check>;
export type FleetFramework = z.infer<typeof framework>;
export type FleetTrend = z.infer<typeof trend>;
