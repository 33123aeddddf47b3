import { sparesOnlyFixed } from './conditions.ts';
import type { PolicyKind } from './conditions.ts';
import {
  everyAction,
  globsOf,
  resourcesOf,
  setCovers,
  setCoversSet,
  setTouches,
} from './coverage.ts';
import type { PatternSet, Policy, PolicyPattern, Statement } from './document.ts';
import { deniesPublic } from './principals.ts';

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

/**
 * What is left of an Allow after Denies. A listed action goes when for each of the statement's resources some Deny
 * covers both; `NotAction` goes as a whole or not at all. Denies that only together cover one pattern are not added up.
 */
export function remainingActions(allow: Statement, denies: readonly Statement[]): PatternSet {
  const resources = resourcesOf(allow);
  if (allow.actions.mode === 'except') {
    const gone = denies.some(
      (deny) =>
        setCoversSet(resourcesOf(deny), resources) && coversExceptions(deny.actions, allow.actions),
    );
    return gone ? { mode: 'only', patterns: [] } : allow.actions;
  }
  const patterns = allow.actions.patterns.filter((action) => stays(action, resources, denies));
  return { mode: 'only', patterns };
}

function stays(
  action: PolicyPattern,
  resources: PatternSet,
  denies: readonly Statement[],
): boolean {
  const matching = denies.filter(({ actions }) => takes(actions, action.glob));
  if (resources.mode === 'except') {
    return !matching.some((deny) => setCoversSet(resourcesOf(deny), resources));
  }
  return !resources.patterns.every(({ glob }) =>
    matching.some((deny) => setCovers(resourcesOf(deny), glob)),
  );
}

/** A Deny of every action takes also what is no whole action name, such as `a*`. */
function takes(denied: PatternSet, action: string): boolean {
  return setCovers(denied, action) || (denied.mode === 'only' && everyAction(globsOf(denied)));
}

function coversExceptions(deny: PatternSet, allow: PatternSet): boolean {
  return deny.mode === 'only'
    ? deny.patterns.some(({ glob }) => glob === '*:*')
    : setCoversSet(deny, allow);
}

/** Tells whether Denies leave an Allow any action that the target pattern (`s3:put*`) stands for. */
export function leaves(
  allow: Statement,
  remaining: PatternSet,
  denies: readonly Statement[],
  target: string,
): boolean {
  if (!setTouches(remaining, target)) return false;
  const resources = resourcesOf(allow);
  return !denies.some(
    (deny) => setCovers(deny.actions, target) && setCoversSet(resourcesOf(deny), resources),
  );
}
