import { sparesOnlyFixed } from './conditions.ts';
import type { PolicyKind } from './conditions.ts';
import { type Bits, bitsWhere, intersect, intersection, union } from './bits.ts';
import { everyAction, globsOf, resourcesOf, setTouches } from './coverage.ts';
import type { PatternSet, Policy, Statement } from './document.ts';
import { deniesPublic } from './principals.ts';
import { indexSets } from './set-index.ts';
import type { Work } from './work.ts';

/**
 * The Deny statements that reach the public: they name everyone, or everyone but named principals, and either have no
 * condition or spare only fixed callers or places.
 */
export function publicDenies(policy: Policy, kind: PolicyKind): readonly Statement[] {
  return policy.statements.filter(
    ({ effect, principal, conditions }) =>
      effect === 'Deny' &&
      principal !== undefined &&
      deniesPublic(principal) &&
      (conditions.length === 0 || sparesOnlyFixed(conditions, kind)),
  );
}

/** What the Denies of one policy leave of its Allows. */
export interface Denial {
  of(allow: Statement): Left;
  /** The same, of some of the Denies: each by its place in the list. */
  bySome(allow: Statement): (held: Bits) => Left;
}

/** What is left of one Allow. */
export interface Left {
  /**
   * The actions that are left. A listed action goes when for each of the statement's resources some Deny covers both;
   * `NotAction` goes as a whole or not at all. Denies that only together cover one pattern are not added up.
   */
  readonly actions: PatternSet;
  /** Tells whether any action is left that the target (a name, or a pattern such as `s3:put*`) stands for. */
  has(target: string): boolean;
}

/**
 * Prepares the Denies of a policy. Which of them take an action and which take a resource is found once for each
 * pattern of the policy; an Allow is then a matter of comparing sets of Denies.
 */
export function denialBy(denies: readonly Statement[], work: Work): Denial {
  const byAction = indexSets(
    denies.map(({ actions }) => actions),
    work,
  );
  const byResource = indexSets(denies.map(resourcesOf), work);
  const listing = (holds: (globs: readonly string[]) => boolean) =>
    bitsWhere(denies.length, (at) => {
      const actions = denies[at]?.actions;
      return actions?.mode === 'only' && holds(globsOf(actions));
    });
  // A Deny of every action takes also what is no whole action name, such as `a*`.
  const ofEveryAction = listing(everyAction);
  const ofStar = listing((globs) => globs.includes('*:*'));

  const bySome: Denial['bySome'] = (allow) => {
    const { actions } = allow;
    const resources = resourcesOf(allow);
    const onAll = byResource.coveringSet(resources);
    if (actions.mode === 'except') {
      const taking = union(ofStar, byAction.coveringSet(actions));
      return (held) =>
        leftOf(intersect(intersection(onAll, held), taking) ? NO_ACTIONS : actions, held, onAll);
    }
    // The Denies of each resource: one of them is enough for that resource.
    const parts =
      resources.mode === 'except'
        ? [onAll]
        : distinct(globsOf(resources).map((glob) => byResource.covering(glob)));
    const takings = actions.patterns.map((pattern) => {
      const taking = union(byAction.covering(pattern.glob), ofEveryAction);
      return { pattern, taking };
    });
    return (held) => {
      const patterns = takings.flatMap(({ pattern, taking }) => {
        work.spend(parts.length * Math.ceil(denies.length / 32));
        const taken = intersection(taking, held);
        return parts.every((part) => intersect(part, taken)) ? [] : [pattern];
      });
      return leftOf({ mode: 'only', patterns }, held, onAll);
    };
  };

  const leftOf = (actions: PatternSet, held: Bits, onAll: Bits): Left => ({
    actions,
    has: (target) =>
      setTouches(actions, target) &&
      !intersect(byAction.covering(target), intersection(onAll, held)),
  });

  const all = bitsWhere(denies.length, () => true);
  return { of: (allow) => bySome(allow)(all), bySome };
}

const NO_ACTIONS: PatternSet = { mode: 'only', patterns: [] };

function distinct(sets: readonly Bits[]): readonly Bits[] {
  return [...new Map(sets.map((bits) => [bits.join(), bits])).values()];
}
