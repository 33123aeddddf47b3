/** What changed from one report of a fleet to the next. Only accounts that were scanned both times are compared. */
import {
  type FleetAccount,
  type FleetCheck,
  type FleetReport,
  type FleetTrend,
  severities,
} from './model.ts';

export function trendOf(former: FleetReport, now: Omit<FleetReport, 'trend'>): FleetTrend {
  const before = new Map(former.accounts.map((account) => [account.id, account]));
  const after = new Map(now.accounts.map((account) => [account.id, account]));
  const unscannedNow = new Set(now.unscanned.map(({ account }) => account));
  const both = now.accounts.flatMap((account) => {
    const was = before.get(account.id);
    return was ? [{ was, is: account }] : [];
  });
  const gone = former.accounts
    .map(({ id }) => id)
    .filter((id) => !after.has(id))
    .toSorted();
  const changed = (sign: number) =>
    both
      .filter(({ was, is }) => turnOf(was, is) === sign)
      .map(({ is }) => is.id)
      .toSorted();
  return {
    since: former.fleet.startedAt,
    alike: JSON.stringify(measures(former)) === JSON.stringify(measures(now)),
    newAccounts: now.accounts
      .map(({ id }) => id)
      .filter((id) => !before.has(id))
      .toSorted(),
    goneAccounts: gone.filter((id) => !unscannedNow.has(id)),
    noLongerScanned: gone.filter((id) => unscannedNow.has(id)),
    worse: changed(1),
    better: changed(-1),
    failures: {
      critical: failures(both, 'critical'),
      high: failures(both, 'high'),
      medium: failures(both, 'medium'),
      low: failures(both, 'low'),
      informational: failures(both, 'informational'),
    },
    score: { from: scoreOf(both.map(({ was }) => was)), to: scoreOf(both.map(({ is }) => is)) },
    checks: changedChecks(former.checks, now.checks, new Set(both.map(({ is }) => is.id))),
  };
}

interface Pair {
  readonly was: FleetAccount;
  readonly is: FleetAccount;
}

/** 1 where more fails at the gravest severity that changed, -1 where less does. */
function turnOf(was: FleetAccount, is: FleetAccount): number {
  const changed = severities.find(
    (severity) => was.bySeverity[severity] !== is.bySeverity[severity],
  );
  return changed === undefined ? 0 : Math.sign(is.bySeverity[changed] - was.bySeverity[changed]);
}

function failures(both: readonly Pair[], severity: (typeof severities)[number]) {
  const sum = (of: (pair: Pair) => FleetAccount) =>
    both.reduce((total, pair) => total + of(pair).bySeverity[severity], 0);
  return { from: sum(({ was }) => was), to: sum(({ is }) => is) };
}

function scoreOf(accounts: readonly FleetAccount[]) {
  return {
    passed: accounts.reduce((sum, { score }) => sum + score.passed, 0),
    of: accounts.reduce((sum, { score }) => sum + score.of, 0),
  };
}

/** What changed most comes first. */
function changedChecks(
  former: readonly FleetCheck[],
  now: readonly FleetCheck[],
  both: ReadonlySet<string>,
): FleetTrend['checks'] {
  const countsOf = (checks: readonly FleetCheck[]) =>
    new Map(checks.map(({ id, failing }) => [id, failing.filter((each) => both.has(each)).length]));
  const before = countsOf(former);
  const after = countsOf(now);
  // A check that one of the two did not ask says nothing about a change.
  return [...after]
    .flatMap(([id, to]) => {
      const from = before.get(id);
      return from === undefined || from === to ? [] : [{ id, from, to }];
    })
    .toSorted(
      (a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || (a.id < b.id ? -1 : 1),
    );
}

/** How the accounts were measured, without how many there are. */
function measures({ judgedBy }: Pick<FleetReport, 'judgedBy'>) {
  return judgedBy
    .map(({ rules, version, selection }) => `${rules ?? version} ${selection}`)
    .toSorted();
}
