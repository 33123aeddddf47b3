/**
 * From summaries to the report of a fleet. Each summary is added up and let go, so that thousands of accounts take the memory
 * of one line each. Where summaries come from is not known here: a folder, a bucket, a queue.
 */
import { UserError } from '../text/user-error.ts';
import { createChecks, type CheckCatalogue } from './checks.ts';
import { createFrameworks } from './frameworks.ts';
import { type FleetAccount, type FleetReport, fleetSchema, severities } from './model.ts';
import { type Bar, standingOf, standings } from './standing.ts';
import type { AccountSummary } from './summary.ts';
import { trendOf } from './trend.ts';
import type { OrganizationReading } from './organization/reading.ts';
import { judgeOrganization } from './organization/judge.ts';
import { createTrust } from './organization/trust.ts';
import type { Unscanned } from './unscanned.ts';

export interface FleetOptions extends Bar {
  readonly tool: FleetReport['tool'];
  /** What is known of each check, by id. */
  readonly catalogue: CheckCatalogue;
}

/** A report that is being added up. Whatever the order, it comes to the same. */
export interface Fleet {
  /**
   * Adds an account that was scanned. Throws a `UserError` where it is there already.
   * @param report where its own report is, seen from the fleet's; null for none
   */
  add(summary: AccountSummary, report: string | null): void;
  /** Adds an account that was not scanned. One that was counts as scanned, whatever came after. */
  addUnscanned(account: Unscanned): void;
  /** Adds what the organisation told of itself; the last one counts. */
  addOrganization(reading: OrganizationReading): void;
  /** @param former an earlier report, to tell what changed */
  report(former?: FleetReport): FleetReport;
}

export function createFleet(options: FleetOptions): Fleet {
  const accounts = new Map<string, FleetAccount>();
  const unscanned = new Map<string, Unscanned>();
  const checks = createChecks(options.catalogue);
  const frameworks = createFrameworks();
  const trust = createTrust();
  const byOutcome: Sums = {};
  const reasons: Sums = {};
  const requests: Sums = {};
  const permissions: Sums = {};
  const split: FleetReport['responsibilities'] = { aws: {}, customer: {}, shared: {} };
  const judgedBy = new Map<string, FleetReport['judgedBy'][number]>();
  let isSample = false;
  let organization: OrganizationReading | undefined;

  return {
    add: (summary, report) => {
      const { id } = summary.scan.account;
      if (accounts.has(id)) {
        throw new UserError(`account ${id} has two summaries; leave one of them out`);
      }
      accounts.set(id, accountOf(summary, report, options));
      checks.add(id, summary.checks);
      trust.add(id, summary.letIn);
      frameworks.add(summary.controls);
      addTo(byOutcome, summary.summary.byOutcome);
      addTo(reasons, summary.completeness.reasons);
      addTo(requests, summary.requests);
      for (const action of new Set(summary.completeness.permissions))
        addTo(permissions, { [action]: 1 });
      for (const [owner, statuses] of entriesOf(summary.responsibilities))
        addTo(split[owner], statuses);
      const { tool, rules, selection } = summary;
      const key = JSON.stringify([tool.version, rules, selection]);
      const known = judgedBy.get(key)?.accounts ?? 0;
      judgedBy.set(key, { version: tool.version, rules, selection, accounts: known + 1 });
      isSample ||= summary.scan.sample === true;
    },
    addUnscanned: (account) => {
      unscanned.set(account.account, account);
    },
    addOrganization: (reading) => {
      organization = reading;
    },
    report: (former) => {
      const scanned = [...accounts.values()].toSorted(worstFirst);
      const without = [...unscanned.values()]
        .filter(({ account }) => !accounts.has(account))
        .toSorted((one, other) => (one.account < other.account ? -1 : 1))
        .map(({ account, reason, cause, cure }) => ({ account, reason, cause, cure }));
      const starts = scanned.map(({ startedAt }) => startedAt).toSorted();
      const ends = scanned.map(({ finishedAt }) => finishedAt).toSorted();
      const { failOn, allowUnknown, tool } = options;
      const report: FleetReport = {
        schema: fleetSchema,
        tool,
        fleet: {
          startedAt: starts[0] ?? null,
          finishedAt: ends.at(-1) ?? null,
          ...(isSample && { sample: true }),
          failOn,
          allowUnknown,
        },
        totals: totalsOf(scanned, without, byOutcome),
        judgedBy: [...judgedBy.values()].toSorted(
          (one, other) => other.accounts - one.accounts || (keyOf(one) < keyOf(other) ? -1 : 1),
        ),
        accounts: scanned,
        unscanned: without,
        ...(organization && {
          organization: judgeOrganization(organization, options, {
            trust,
            closed: new Set([...unscanned.values()].filter(isClosed).map(({ account }) => account)),
            leftOut: new Set(
              [...unscanned.values()].filter(isUntold).map(({ account }) => account),
            ),
            unscanned: without.flatMap(({ account, reason }) =>
              reason === 'suspended' ? [] : [account],
            ),
          }),
        }),
        reasons: sorted(reasons),
        permissions: Object.entries(permissions)
          .map(([action, number]) => ({ action, accounts: number }))
          .toSorted((a, b) => b.accounts - a.accounts || (a.action < b.action ? -1 : 1)),
        checks: checks.lines(),
        frameworks: frameworks.lines(),
        responsibilities: {
          aws: sorted(split.aws),
          customer: sorted(split.customer),
          shared: sorted(split.shared),
        },
        requests: sorted(requests),
      };
      return former === undefined ? report : { ...report, trend: trendOf(former, report) };
    },
  };
}

/** One whose sign-up was never finished was not closed: it is no active account. */
function isClosed({ reason, state }: Unscanned): boolean {
  return reason === 'suspended' && state !== undefined && state !== 'PENDING_ACTIVATION';
}

/** An earlier version did not keep the state of those that it left out. */
function isUntold({ reason, state }: Unscanned): boolean {
  return reason === 'suspended' && state === undefined;
}

type Sums = Record<string, number>;

function addTo(sums: Sums, more: Readonly<Record<string, number>>): void {
  for (const [name, number] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + number;
}

function sorted(sums: Sums): Sums {
  return Object.fromEntries(Object.entries(sums).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function entriesOf({ aws, customer, shared }: AccountSummary['responsibilities']) {
  return [
    ['aws', aws],
    ['customer', customer],
    ['shared', shared],
  ] as const;
}

function accountOf(
  { scan, completeness, summary, requests, sent, lake }: AccountSummary,
  report: string | null,
  bar: Bar,
): FleetAccount {
  const { account, status, endedBy, startedAt, finishedAt, inactiveRegions, parts } = scan;
  const { bySeverity, muted, byOutcome, score } = summary;
  const { calls, gaps, faults } = completeness;
  const counted = { bySeverity, muted, unknown: byOutcome.unknown, gaps, faults, status };
  return {
    id: account.id,
    alias: account.alias,
    standing: standingOf(counted, bar),
    status,
    ...(endedBy === undefined ? {} : { endedBy }),
    startedAt,
    finishedAt,
    ...(inactiveRegions && { inactiveRegions }),
    ...(parts !== undefined && { parts }),
    bySeverity,
    muted: muted ? sumOf(Object.values(muted)) : 0,
    unknown: byOutcome.unknown,
    score,
    gaps,
    calls,
    requests: sumOf(Object.values(requests)),
    requestsByService: sorted(requests),
    report,
    ...(sent && { sent }),
    ...(lake && { lake }),
  };
}

function totalsOf(
  scanned: readonly FleetAccount[],
  without: FleetReport['unscanned'],
  outcomes: Sums,
): FleetReport['totals'] {
  const suspended = without.filter(({ reason }) => reason === 'suspended').length;
  const of = (pick: (account: FleetAccount) => number) => sumOf(scanned.map(pick));
  return {
    accounts: scanned.length + without.length,
    complete: scanned.filter(({ status }) => status === 'complete').length,
    partial: scanned.filter(({ status }) => status === 'partial').length,
    unscanned: without.length - suspended,
    suspended,
    standings: {
      fails: scanned.filter(({ standing }) => standing === 'fails').length,
      unread: scanned.filter(({ standing }) => standing === 'unread').length,
      good: scanned.filter(({ standing }) => standing === 'good').length,
    },
    byOutcome: {
      fail: outcomes['fail'] ?? 0,
      unknown: outcomes['unknown'] ?? 0,
      manual: outcomes['manual'] ?? 0,
      pass: outcomes['pass'] ?? 0,
      'not-applicable': outcomes['not-applicable'] ?? 0,
      'out-of-scope': outcomes['out-of-scope'] ?? 0,
    },
    bySeverity: {
      critical: of(({ bySeverity }) => bySeverity.critical),
      high: of(({ bySeverity }) => bySeverity.high),
      medium: of(({ bySeverity }) => bySeverity.medium),
      low: of(({ bySeverity }) => bySeverity.low),
      informational: of(({ bySeverity }) => bySeverity.informational),
    },
    muted: of(({ muted }) => muted),
    score: { passed: of(({ score }) => score.passed), of: of(({ score }) => score.of) },
    calls: {
      planned: of(({ calls }) => calls.planned),
      ok: of(({ calls }) => calls.ok),
      denied: of(({ calls }) => calls.denied),
      throttled: of(({ calls }) => calls.throttled),
      failed: of(({ calls }) => calls.failed),
      skipped: of(({ calls }) => calls.skipped),
    },
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** What needs most comes first, then by id: an account that fails before one that was not read, the gravest failures first. */
function worstFirst(one: FleetAccount, other: FleetAccount): number {
  const standing = standings.indexOf(one.standing) - standings.indexOf(other.standing);
  if (standing !== 0) return standing;
  for (const severity of severities) {
    const more = other.bySeverity[severity] - one.bySeverity[severity];
    if (more !== 0) return more;
  }
  return one.id < other.id ? -1 : 1;
}

function keyOf({ version, rules, selection }: FleetReport['judgedBy'][number]): string {
  return JSON.stringify([version, rules, selection]);
}
