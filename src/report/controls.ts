/**
 * What the findings say of the controls of frameworks. A pass of a check is a pass of a control only where the check asks for
 * all of it, and a fail only where the check asks for nothing else; in every other case the findings support a judgement
 * that a person has to make.
 */
import {
  type ControlLink,
  failCounts,
  frameworks,
  isAsDeclared,
  linksWith,
  passCounts,
  relationAt,
  type Settings,
  togetherFor,
} from '../frameworks/index.ts';
import type { Check } from '../judge/check.ts';
import type { Outcome } from '../judge/terms.ts';
import { type Scanned, stateOf } from './control-state.ts';
import type { CheckTally, ControlLine, ControlStanding } from './model.ts';

/** What was judged, with which values, and what came of it. */
interface Judged extends Scanned {
  readonly checks: readonly Pick<Check, 'id' | 'links' | 'params'>[];
  /** Other values than the defaults, by check. */
  readonly params: Readonly<Record<string, Settings>>;
  readonly byCheck: ReadonlyMap<string, Pick<CheckTally, 'counts' | 'muted'>>;
  /** Checks of which Regions of the scope are missing, lost as a whole: no finding says so of a closed one. */
  readonly short?: ReadonlySet<string>;
  /** Ids of those that were chosen; none means all of them. */
  readonly frameworks?: readonly string[];
}

type Counts = Readonly<Partial<Record<Outcome, number>>>;

/** One check under one control. */
interface Member {
  readonly check: string;
  readonly relation: ControlLink['relation'];
  /** Whether the relation is one that the check declares: not so where the user chose values of its own. */
  readonly declared: boolean;
  readonly counts: Counts;
  /** Of the failures, those that their owners accepted. */
  readonly muted: number;
}

/**
 * One line for each control that a check of the scan serves, in the order of the catalogues; of chosen frameworks also for
 * every other control, where the catalogue is whole. Then those that were not chosen are left out, since checks would be
 * missing.
 */
export function controlLines(judged: Judged): readonly ControlLine[] {
  const members = membersOf(judged);
  const chosen = judged.frameworks ?? [];
  const shown = frameworks.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
  return shown.flatMap(({ id: framework, complete, controls }) =>
    controls.flatMap(({ id: control, title }) => {
      const found = members.get(keyOf({ framework, control })) ?? [];
      if (found.length === 0 && (chosen.length === 0 || !complete)) return [];
      const sets = togetherFor(framework, control).map(({ checks }) => checks);
      const checks = found.map(({ check, relation }) => ({ check, relation }));
      const standing = standingOf(found, sets);
      const isServed = found.length > 0;
      const stated = stateOf({ framework, control, standing, isServed }, judged);
      return {
        framework,
        control,
        title,
        standing,
        ...stated,
        ...acceptedOf(found, standing),
        checks,
      };
    }),
  );
}

/** A failure that is accepted is a failure of the control all the same; the line says how many there are. */
function acceptedOf(
  members: readonly Member[],
  standing: ControlStanding,
): Pick<ControlLine, 'accepted' | 'reason'> {
  const accepted = sumOf(members.map(({ muted }) => muted));
  if (accepted === 0) return {};
  if (standing !== 'fail') return { accepted };
  const failed = sumOf(members.map(({ counts }) => counts.fail ?? 0));
  const reason = `${accepted} of the ${failed} failures of its checks ${accepted === 1 ? 'is' : 'are'} accepted by their owners until a day; a failure that is accepted is no pass.`;
  return { accepted, reason };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function membersOf({
  checks,
  params,
  byCheck,
  short,
  frameworks: chosen = [],
}: Judged): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, Member[]>();
  for (const check of checks) {
    const values = params[check.id];
    const { counts: found = {}, muted = 0 } = byCheck.get(check.id) ?? {};
    const counts = countsOf(found, short?.has(check.id) === true);
    for (const link of linksWith(check.links, chosen)) {
      const relation = relationAt(link, check, values);
      const declared = isAsDeclared(link, check, values);
      const place = members.get(keyOf(link)) ?? [];
      place.push({ check: check.id, relation, declared, counts, muted });
      members.set(keyOf(link), place);
    }
  }
  return members;
}

/** What was not read of a Region is as good as one finding that is unknown. */
function countsOf(counts: Counts, isShort: boolean): Counts {
  return isShort ? { ...counts, unknown: (counts.unknown ?? 0) + 1 } : counts;
}

function keyOf({ framework, control }: Pick<ControlLink, 'framework' | 'control'>): string {
  return `${framework} ${control}`;
}

/** @param sets of checks that together ask for all of the control */
function standingOf(
  members: readonly Member[],
  sets: readonly (readonly string[])[],
): ControlStanding {
  if (members.some(({ relation, counts }) => failCounts(relation) && has(counts, 'fail'))) {
    return 'fail';
  }
  const whole = [
    ...members.filter(({ relation }) => passCounts(relation)).map((member) => [member]),
    ...sets.flatMap((checks) => {
      const found = members.filter(({ check, declared }) => declared && checks.includes(check));
      return found.length === checks.length ? [found] : [];
    }),
  ];
  const standings = whole.map(standingOfWhole);
  const best = order.find((standing) => standings.includes(standing));
  if (best !== undefined) return best;
  if (members.some(({ counts }) => has(counts, 'pass', 'fail', 'manual'))) return 'supports';
  return members.some(({ counts }) => has(counts, 'unknown')) ? 'unknown' : 'not-assessed';
}

/** Of what several whole answers say, the one that tells most. */
const order = ['pass', 'supports', 'unknown', 'manual', 'not-applicable'] as const;

/** A fail here is of something that the control does not ask for: what it does ask for stays open. */
function standingOfWhole(members: readonly Member[]): (typeof order)[number] | undefined {
  const any = (outcome: Outcome) => members.some(({ counts }) => has(counts, outcome));
  if (any('fail')) return 'supports';
  if (any('unknown')) return 'unknown';
  if (any('manual')) return 'manual';
  if (any('pass')) return 'pass';
  return any('not-applicable') ? 'not-applicable' : undefined;
}

function has(counts: Counts, ...wanted: readonly Outcome[]): boolean {
  return wanted.some((outcome) => (counts[outcome] ?? 0) > 0);
}
