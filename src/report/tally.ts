/** Counts of findings, taken in one walk: the summary, each check's, and each responsibility's. */
import {
  type Outcome,
  outcomes,
  type Owner,
  owners,
  severities,
  type Severity,
} from '../judge/terms.ts';
import type { CheckTally, Summary } from './model.ts';

/** What was found for a responsibility. */
export interface Assessed {
  readonly checks: readonly string[];
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
}

export interface Tallies {
  readonly summary: Summary;
  /** By id. */
  readonly byCheck: ReadonlyMap<string, CheckTally>;
  /** By id of the responsibility. */
  readonly assessed: ReadonlyMap<string, Assessed>;
}

/** The part of a finding that is counted. */
interface Counted {
  readonly check: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly owner: Owner;
  /** The responsibility that is assessed. */
  readonly duty: string;
}

type Counts = Partial<Record<Outcome, number>>;

interface Tally {
  readonly counts: Counts;
  readonly failures: Partial<Record<Severity, number>>;
}

export function tallyOf(findings: Iterable<Counted>): Tallies {
  const byOutcome = zeros(outcomes);
  const ofCustomer = zeros(outcomes);
  const bySeverity = zeros(severities);
  const byOwner = zeros(owners);
  const byCheck = new Map<string, Tally>();
  const assessed = new Map<string, { checks: Set<string>; counts: Counts }>();
  for (const { check, outcome, severity, owner, duty } of findings) {
    byOutcome[outcome] += 1;
    byOwner[owner] += 1;
    if (owner === 'customer') ofCustomer[outcome] += 1;
    if (owner === 'customer' && outcome === 'fail') bySeverity[severity] += 1;

    const tally = entryOf<Tally>(byCheck, check, () => ({ counts: {}, failures: {} }));
    count(tally.counts, outcome);
    if (outcome === 'fail') count(tally.failures, severity);

    const found = entryOf(assessed, duty, () => ({ checks: new Set(), counts: {} }));
    found.checks.add(check);
    count(found.counts, outcome);
  }
  return {
    summary: {
      byOutcome,
      bySeverity,
      byOwner,
      score: {
        passed: ofCustomer.pass,
        of: ofCustomer.pass + ofCustomer.fail + ofCustomer.unknown,
      },
    },
    byCheck,
    assessed: new Map(
      [...assessed].map(([id, { checks, counts }]) => [id, { checks: [...checks], counts }]),
    ),
  };
}

function entryOf<T>(entries: Map<string, T>, key: string, make: () => T): T {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  return made;
}

function count<K extends string>(counts: Partial<Record<K, number>>, key: K): void {
  const before: number | undefined = counts[key];
  counts[key] = (before ?? 0) + 1;
}

/** A count for each key, in the order of the keys. */
function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = 0;
  if (!isWhole(counts, keys)) throw new Error('a count is missing');
  return counts;
}

function isWhole<K extends string>(
  counts: Partial<Record<K, number>>,
  keys: readonly K[],
): counts is Record<K, number> {
  return keys.every((key) => counts[key] !== undefined);
}
