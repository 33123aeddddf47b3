/** Makes the summary of an account out of its report. */
import { createHash } from 'node:crypto';
import type {
  CheckLine,
  CheckTally,
  ReportHead,
  ReportReader,
  ResponsibilityLine,
} from '../report/model.ts';
import type { HandedOver, SentFindings } from './sent.ts';
import { cutEnd } from '../text/wrap.ts';
import { type AccountSummary, summarySchema } from './summary.ts';

/** Its name, beside the reports. */
export const summaryName = 'summary.json';

/** Characters of a sentence that is kept. */
const longest = 500;

/** What the scan did that the report does not tell. */
interface Beside {
  /** Requests that were sent for what is not in the report, by service. */
  readonly besides?: AccountSummary['requests'];
  readonly sent?: SentFindings | undefined;
  readonly lake?: HandedOver | undefined;
  readonly manifest?: AccountSummary['manifest'];
}

/**
 * @param rules SHA-256 of the rules that judged; null where it is not known
 * @param reports the names of the files that stand beside it
 * @param handed what came of sending its findings, where that was asked for
 */
export function summaryOf(
  report: ReportReader,
  rules: string | null,
  reports: readonly string[],
  { besides = {}, sent, lake, manifest }: Beside = {},
): AccountSummary {
  const { tool, scan, coverage, summary, checks, byCheck } = report;
  const { id, sample, account, partition, startedAt, finishedAt, status, endedBy } = scan;
  return {
    schema: summarySchema,
    tool,
    rules,
    selection: selectionHash(scan),
    scan: {
      id,
      ...(sample && { sample }),
      account: {
        id: account.id,
        alias: account.alias === null ? null : cutEnd(account.alias, 100),
      },
      partition,
      startedAt,
      finishedAt,
      status,
      ...(endedBy === undefined ? {} : { endedBy: cutEnd(endedBy, longest) }),
      regions: scan.regions.length,
      skippedRegions: scan.skippedRegions.length,
      ...howItWasRead(scan),
    },
    completeness: completenessOf(coverage),
    summary: {
      byOutcome: { ...summary.byOutcome },
      bySeverity: { ...summary.bySeverity },
      ...(summary.muted && { muted: { ...summary.muted } }),
      score: { ...summary.score },
    },
    checks: Object.fromEntries(
      checks.map((check) => [check.id, lineOf(check, byCheck.get(check.id))]),
    ),
    controls: controlsOf(report),
    responsibilities: splitOf(report.responsibilities),
    ...letInOf(report),
    requests: requestsOf(report, besides),
    reports: [...reports],
    ...(manifest && { manifest }),
    ...(sent && { sent }),
    ...(lake && { lake }),
  };
}

function howItWasRead({
  activity,
  parts = [],
}: ReportHead['scan']): Pick<AccountSummary['scan'], 'inactiveRegions' | 'parts'> {
  const inactive = new Set(activity?.leftOut.flatMap(({ regions }) => regions));
  return {
    ...(inactive.size > 0 && { inactiveRegions: [...inactive].toSorted() }),
    ...(parts.length > 1 && { parts: parts.length }),
  };
}

/** What was asked for, so that nobody adds up what is not alike. */
function selectionHash({ selection, parameters }: ReportHead['scan']): string {
  const { checks, services, frameworks, severity } = selection;
  const regions = selection.activeRegions ? ['active'] : selection.regions;
  const { excludeChecks, excludeServices, excludeRegions } = selection;
  const asked = [checks, services, frameworks, regions, excludeChecks, excludeServices];
  const set = parameters.map(({ check, parameter, value }) => [check, parameter, value]);
  const parts = [...[...asked, excludeRegions].map((names) => names.toSorted()), severity, set];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function completenessOf({
  calls,
  gaps,
  missingPermissions,
}: ReportHead['coverage']): AccountSummary['completeness'] {
  const reasons: Record<string, number> = {};
  for (const { reason, count } of gaps) reasons[reason] = (reasons[reason] ?? 0) + count;
  return {
    calls: { ...calls },
    gaps: gaps.length,
    faults: gaps.filter(({ reason }) => reason === 'fault').length,
    reasons,
    permissions: [...(missingPermissions?.Action ?? [])],
  };
}

/** Zeroes are left out: most checks find nothing of most outcomes. */
function lineOf(
  { custom, title }: CheckLine,
  tally: CheckTally | undefined,
): AccountSummary['checks'][string] {
  const { fail: _ofSeverities, ...counts } = tally?.counts ?? {};
  const { failures = {}, muted = 0 } = tally ?? {};
  const fail = Object.entries(failures).filter(([, number]) => number > 0);
  return {
    ...(custom && { title: cutEnd(title, longest) }),
    ...(fail.length > 0 && { fail: Object.fromEntries(fail) }),
    ...(muted > 0 && { muted }),
    ...Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0)),
  };
}

/** What is AWS's, and what no check speaks to, follows from the rules and is only counted. */
function controlsOf({ controls }: Pick<ReportHead, 'controls'>): AccountSummary['controls'] {
  const states: AccountSummary['controls'] = {};
  for (const { framework, control, state } of controls) {
    const of = (states[framework] ??= {
      met: [],
      'not-met': [],
      'partly-read': [],
      'to-attest': [],
      aws: 0,
      'no-check': 0,
    });
    if (state === 'aws' || state === 'no-check') of[state] += 1;
    else of[state].push(control);
  }
  return states;
}

function splitOf(lines: readonly ResponsibilityLine[]): AccountSummary['responsibilities'] {
  const split: AccountSummary['responsibilities'] = { aws: {}, customer: {}, shared: {} };
  for (const { owner, status, inUse } of lines) {
    if (inUse === 'yes' || inUse === 'unknown')
      split[owner][status] = (split[owner][status] ?? 0) + 1;
  }
  return split;
}

/** Accounts, and resources of each, that the summary names. */
const mostLetIn = 200;
const mostResources = 3;

function letInOf({ letIn }: Pick<ReportHead, 'letIn'>): Pick<AccountSummary, 'letIn'> {
  if (letIn === undefined) return {};
  const { kinds, unread, accounts, further } = letIn;
  return {
    letIn: {
      kinds: [...kinds],
      unread,
      accounts: accounts.slice(0, mostLetIn).map(({ account, count, resources }) => ({
        account,
        count,
        resources: resources.slice(0, mostResources).map((arn) => cutEnd(arn, longest)),
      })),
      further: further + Math.max(0, accounts.length - mostLetIn),
    },
  };
}

/** Every attempt is a request, for which AWS's own logs have a line. */
function requestsOf(
  report: Pick<ReportReader, 'calls'>,
  besides: AccountSummary['requests'],
): AccountSummary['requests'] {
  const requests = { ...besides };
  for (const { service, attempts } of report.calls()) {
    if (attempts > 0) requests[service] = (requests[service] ?? 0) + attempts;
  }
  return requests;
}
