/** The checks of a fleet: in how many accounts each fails, and the worst first. */
import { type FleetCheck, severities } from './model.ts';
import type { AccountSummary } from './summary.ts';

export type CheckCatalogue = ReadonlyMap<string, { readonly title: string }>;

type Line = {
  title: string | null;
  worst: number;
  readonly accounts: FleetCheck['accounts'];
  readonly findings: FleetCheck['findings'];
  readonly failing: string[];
};

export interface FleetChecks {
  add(account: string, checks: AccountSummary['checks']): void;
  lines(): FleetCheck[];
}

export function createChecks(catalogue: CheckCatalogue): FleetChecks {
  const lines = new Map<string, Line>();
  return {
    add: (account, checks) => {
      for (const [id, counts] of Object.entries(checks)) {
        const line = lines.get(id) ?? emptyLine(catalogue.get(id)?.title ?? counts.title ?? null);
        lines.set(id, line);
        addTo(line, account, counts);
      }
    },
    lines: () =>
      [...lines]
        .map(([id, { title, worst, accounts, findings, failing }]) => ({
          id,
          title,
          worst: severities[worst] ?? null,
          accounts,
          findings,
          failing: failing.toSorted(),
        }))
        .toSorted(worstFirst),
  };
}

function emptyLine(title: string | null): Line {
  return {
    title,
    worst: severities.length,
    accounts: { fail: 0, muted: 0, unknown: 0, pass: 0, nothing: 0 },
    findings: { fail: 0, muted: 0, unknown: 0, pass: 0 },
    failing: [],
  };
}

function addTo(line: Line, account: string, counts: AccountSummary['checks'][string]): void {
  const { fail = {}, muted = 0, unknown = 0, pass = 0 } = counts;
  const failures = Object.values(fail).reduce((sum, number) => sum + number, 0);
  line.findings.fail += failures;
  line.findings.muted += muted;
  line.findings.unknown += unknown;
  line.findings.pass += pass;
  const gravest = severities.findIndex((severity) => (fail[severity] ?? 0) > 0);
  if (gravest !== -1) line.worst = Math.min(line.worst, gravest);
  if (failures > muted) line.failing.push(account);
  line.accounts[placeOf(failures - muted, muted, unknown, pass)] += 1;
}

function placeOf(open: number, muted: number, unknown: number, pass: number) {
  if (open > 0) return 'fail';
  if (muted > 0) return 'muted';
  if (unknown > 0) return 'unknown';
  return pass > 0 ? 'pass' : 'nothing';
}

function worstFirst(one: FleetCheck, other: FleetCheck): number {
  return (
    rankOf(one) - rankOf(other) ||
    other.accounts.fail - one.accounts.fail ||
    other.findings.fail - one.findings.fail ||
    other.accounts.unknown - one.accounts.unknown ||
    (one.id < other.id ? -1 : 1)
  );
}

/** Where nothing fails but what is accepted, the gravity says nothing any more. */
function rankOf({ worst, accounts }: FleetCheck): number {
  return worst === null || accounts.fail === 0 ? severities.length : severities.indexOf(worst);
}
