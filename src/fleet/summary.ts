/**
 * The summary of one account's scan: what an organisation's report is made of, small enough that thousands of them fit into
 * one process. Published as a JSON Schema (docs/summary.schema.json). It says nothing that the account's own report does not say.
 */
import * as z from 'zod';
import { outcomes, severities } from '../judge/terms.ts';
import { handedOn } from './sent.ts';

export const summarySchema = 'srm-scan/summary/1';

const count = z.int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256');
const text = (most: number) => z.string().max(most);
/** Ids are ours or a user's own: no member of an object that others inherit from. */
const id = z.string().regex(/^[A-Za-z0-9][\w.()/:*-]{0,199}$/, 'is no id');

export const accountId = z.string().regex(/^\d{12}$/, 'is no account id');

export const byOutcome = z.record(z.enum(outcomes), count);
export const bySeverity = z.record(z.enum(severities), count);

export const calls = z.object({
  planned: count,
  ok: count,
  denied: count,
  throttled: count,
  failed: count,
  skipped: count,
});

const check = z.object({
  title: text(1000)
    .optional()
    .describe('Only of a check of the user’s own: the tool knows the titles of its own.'),
  fail: z
    .partialRecord(z.enum(severities), count)
    .optional()
    .describe('Failures by their own severities, those that are muted among them.'),
  muted: count.optional().describe('Of the failures, those that their owners accept.'),
  pass: count.optional(),
  unknown: count.optional(),
  manual: count.optional(),
  'not-applicable': count.optional(),
  'out-of-scope': count.optional(),
});

const framework = z.object({
  met: z.array(id),
  'not-met': z.array(id),
  'partly-read': z.array(id),
  'to-attest': z.array(id),
  aws: count.describe('Controls that are AWS’s alone.'),
  'no-check': count.describe('Controls of which no check of the scan found anything to say.'),
});

/** How an account was read, where that was not all of it at once. */
export const howItWasRead = {
  inactiveRegions: z
    .array(text(100))
    .optional()
    .describe(
      'Regions in which checks were left out as nothing is deployed there (`--regions active`), as in scan.activity.',
    ),
  parts: z
    .int()
    .min(2)
    .optional()
    .describe('In how many parts it was read, as in scan.parts; left out where in one.'),
};

export const summaryShape = z.object({
  schema: z.literal(summarySchema),
  tool: z.object({ name: z.literal('srm-scan'), version: text(100) }),
  rules: hash
    .nullable()
    .describe('SHA-256 of the rules that judged, as in manifest.json; null where it is not known.'),
  selection: hash.describe('SHA-256 of what was asked for: checks, Regions, parameters.'),
  scan: z.object({
    id: text(100),
    sample: z.literal(true).optional(),
    account: z.object({ id: accountId, alias: text(200).nullable() }),
    partition: text(50),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    status: z.enum(['complete', 'partial']),
    endedBy: text(1000).optional(),
    regions: count.describe('How many were read.'),
    skippedRegions: count,
    ...howItWasRead,
  }),
  completeness: z.object({
    calls,
    gaps: count.describe('Kinds of calls that gave no usable answer, as in coverage.gaps.'),
    faults: count.describe('Of these, faults of srm-scan itself.'),
    reasons: z.record(id, count).describe('Calls that were lost, by reason.'),
    permissions: z.array(text(200)).describe('What would allow the calls that were denied.'),
  }),
  summary: z.object({
    byOutcome,
    bySeverity: bySeverity.describe('The customer’s failures, muted ones among them.'),
    muted: bySeverity.optional().describe('Of `bySeverity`, what its owners accept.'),
    score: z.object({ passed: count, of: count }),
  }),
  checks: z.record(id, check).describe('Every check of the scan, by id.'),
  controls: z
    .record(id, framework)
    .describe('By framework: the ids of its controls in each state that the scan tells.'),
  responsibilities: z
    .record(z.enum(['aws', 'customer', 'shared']), z.record(id, count))
    .describe('Lines of the services that are, or may be, in use: by owner and status.'),
  letIn: z
    .object({
      kinds: z.array(text(200)),
      unread: count,
      accounts: z.array(z.object({ account: accountId, count, resources: z.array(text(2048)) })),
      further: count.describe('Accounts that are let in besides.'),
    })
    .optional()
    .describe(
      'Other accounts that policies let in, as in the report: the first 200 of them, with the ARNs of the first 3 resources. Left out where the scan was asked for none of these policies.',
    ),
  requests: z.record(id, count).describe('Requests that were sent, by service.'),
  reports: z.array(text(255)).describe('The reports that stand beside the summary.'),
  manifest: z
    .object({
      name: z.string().regex(/^[\w-]{1,64}\/manifest\.json$/, 'is no place of a manifest'),
      size: count,
      sha256: hash,
    })
    .optional()
    .describe(
      'The manifest of the run, where it is not the one that binds this summary: of a fleet in AWS.',
    ),
  ...handedOn,
});

/** What a scan of one account came to. */
export type AccountSummary = z.infer<typeof summaryShape>;
