/** Counts of findings, taken in one walk: the summary, each check's, and each responsibility's. */
import {
  type Outcome,
  outcomes,
  type Owner,
  owners,
  severities,
  type Severity,
} from '../judge/terms.ts';
import { accountType, type CheckTally, type Summary } from './model.ts';

/** What was found for a responsibility. */
export interface Assessed {
  readonly checks: readonly string[];
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
  /** The same for each check. */
  readonly byCheck: ReadonlyMap<string, Readonly<Partial<Record<Outcome, number>>>>;
}

export interface Tallies {
  readonly summary: Summary;
  /** By id. */
  readonly byCheck: ReadonlyMap<string, CheckTally>;
  /** By id of the responsibility. */
  readonly assessed: ReadonlyMap<string, Assessed>;
  /** Of each service of the matrix that a finding is of. */
  readonly inUse: ReadonlyMap<string, FoundUse>;
  /** Checks that found the kind, by kind; resources of no kind of their own stand under `service/`. */
  readonly kinds: ReadonlySet<string>;
  /** Checks of which a list could not be read whole. */
  readonly cutShort: ReadonlySet<string>;
}

export type FoundUse = 'yes' | 'no' | 'unknown';

/** What one finding tells of the use of its services. What is judged is in use, be it a setting of the account. */
function useToldBy({ outcome, type }: Pick<Counted, 'outcome' | 'type'>): FoundUse {
  if (type !== accountType) return 'yes';
  if (outcome === 'unknown') return 'unknown';
  return outcome === 'not-applicable' ? 'no' : 'yes';
}

const surest: readonly FoundUse[] = ['yes', 'unknown', 'no'];

/** The part of a finding that is counted. */
interface Counted {
  readonly check: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly owner: Owner;
  /** The responsibility that is assessed. */
  readonly duty: string;
  /** The service that the resource belongs to. */
  readonly of: string;
  /** Of the resource. */
  readonly type: string;
  readonly kind: string;
  readonly isMuted: boolean;
  readonly isLatent: boolean;
}

type Counts = Partial<Record<Outcome, number>>;

interface Tally {
  readonly counts: Counts;
  readonly failures: Partial<Record<Severity, number>>;
  muted?: number;
  readonly live: Partial<Record<Severity, number>>;
}

export function tallyOf(findings: Iterable<Counted>): Tallies {
  const byOutcome = zeros(outcomes);
  const ofCustomer = zeros(outcomes);
  const bySeverity = zeros(severities);
  const muted = zeros(severities);
  const byOwner = zeros(owners);
  const byCheck = new Map<string, Tally>();
  const assessed = new Map<string, { byCheck: Map<string, Counts>; counts: Counts }>();
  const inUse = new Map<string, FoundUse>();
  const kinds = new Set<string>();
  const cutShort = new Set<string>();
  for (const finding of findings) {
    const { check, outcome, severity, owner, duty, isMuted, isLatent } = finding;
    const use = useToldBy(finding);
    for (const service of [serviceOf(duty), finding.of]) {
      const known = inUse.get(service) ?? 'no';
      inUse.set(service, surest.indexOf(use) < surest.indexOf(known) ? use : known);
    }
    if (use === 'yes') kinds.add(`${finding.of}/${finding.kind}`);
    if (use === 'unknown') cutShort.add(check);
    byOutcome[outcome] += 1;
    byOwner[owner] += 1;
    if (owner === 'customer') ofCustomer[outcome] += 1;
    if (owner === 'customer' && outcome === 'fail') bySeverity[severity] += 1;
    if (isMuted) muted[severity] += 1;

    const tally = entryOf<Tally>(byCheck, check, () => ({ counts: {}, failures: {}, live: {} }));
    count(tally.counts, outcome);
    if (outcome === 'fail') count(tally.failures, severity);
    if (isMuted) tally.muted = (tally.muted ?? 0) + 1;
    const isLive = !isLatent && finding.type !== accountType;
    if (outcome === 'fail' && isLive) count(tally.live, severity);

    const found = entryOf(assessed, duty, () => ({ byCheck: new Map(), counts: {} }));
    count(found.counts, outcome);
    count(
      entryOf<Counts>(found.byCheck, check, () => ({})),
      outcome,
    );
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
      ...(severities.some((severity) => muted[severity] > 0) ? { muted } : {}),
    },
    byCheck,
    assessed: new Map(
      [...assessed].map(([id, { byCheck: ofDuty, counts }]) => [
        id,
        { checks: [...ofDuty.keys()], counts, byCheck: ofDuty },
      ]),
    ),
    inUse,
    kinds,
    cutShort,
  };
}

function serviceOf(duty: string): string {
  return duty.slice(0, duty.indexOf('.'));
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
