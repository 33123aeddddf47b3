/**
 * What one identity may do by all its policies together. Three-valued: allowed, allowed only while a condition holds that
 * restrains who or how, or not allowed. A Deny takes back what it covers if it has no condition; a permissions boundary
 * must allow as well. Policies of the organisation, of resources and of sessions are not looked at.
 */
import { globsOf, resourcesOf, setCovers, setTouches } from './coverage.ts';
import type { Condition, PatternSet, Policy, Statement } from './document.ts';
import { NO_RESTRAINT, restraint } from './full-admin.ts';
import { covers, hasWildcard } from './match.ts';
import { negatedBase } from './operators.ts';

export type Grade = 'allowed' | 'conditional' | 'not-allowed';

/** A policy that an identity holds, by itself or through a group. */
export interface HeldPolicy {
  /** For a reason, as "policy team" or "inline policy run of group Engineers"; safe to print. */
  readonly name: string;
  readonly policy: Policy;
}

export interface Power {
  readonly policies: readonly HeldPolicy[];
  /** The permissions boundary; null where there is none. */
  readonly boundary: Policy | null;
}

/** What an action is to be done on. */
export interface Place {
  /** Whether the resources of an Allow are enough. */
  readonly reaches: (resources: PatternSet) => boolean;
  /** Its name, or a pattern for all of it: a Deny that covers it takes it back. */
  readonly target: string;
  /** Where others are meant: the holder's own, which a Deny may spare and yet take back all that is meant. */
  readonly own?: string;
}

export interface Wanted {
  /** In lower case: `iam:passrole`. */
  readonly action: string;
  /** One of them is enough. */
  readonly places: readonly Place[];
  /** What `${aws:username}` stands for. */
  readonly username?: string;
  /** The service that a role is passed to. */
  readonly passedTo?: string;
}

export interface Granted {
  readonly grade: Grade;
  /** Names of the policies that allow it. */
  readonly by: readonly string[];
}

const order = ['not-allowed', 'conditional', 'allowed'] as const;

/** The weakest of several grades: what is only possible with all of them. */
export function weakest(grades: readonly Grade[]): Grade {
  return order.find((grade) => grades.includes(grade)) ?? 'allowed';
}

/** The statements of a policy that speak of an action, found once for each policy. */
export interface Index {
  of(policy: Policy, action: string): readonly Statement[];
  /** The actions that a policy allows somewhere, whatever it denies. */
  allowedBy(policy: Policy): ReadonlySet<string>;
}

interface Indexed {
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly allowed: ReadonlySet<string>;
}

/** Many identities hold the same policies: one index serves them all. */
export function indexStatements(actions: readonly string[]): Index {
  const byService = new Map<string, string[]>();
  for (const action of new Set(actions)) {
    const service = serviceOf(action);
    byService.set(service, [...(byService.get(service) ?? []), action]);
  }
  const known = new WeakMap<Policy, Indexed>();
  const indexed = (policy: Policy): Indexed => {
    const before = known.get(policy);
    if (before) return before;
    const statements = new Map<string, Statement[]>();
    const allowed = new Set<string>();
    for (const statement of policy.statements) {
      for (const action of actionsOf(statement, byService)) {
        statements.set(action, [...(statements.get(action) ?? []), statement]);
        if (statement.effect === 'Allow') allowed.add(action);
      }
    }
    const found = { statements, allowed };
    known.set(policy, found);
    return found;
  };
  return {
    of: (policy, action) => indexed(policy).statements.get(action) ?? [],
    allowedBy: (policy) => indexed(policy).allowed,
  };
}

/** Those of the actions that a statement speaks of. Most statements name services that none of them is of. */
function actionsOf(
  { actions }: Statement,
  byService: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (actions.mode === 'except') {
    return [...byService.values()].flat().filter((action) => setTouches(actions, action));
  }
  const found = actions.patterns.flatMap(({ glob }) => {
    const service = serviceOf(glob);
    const near = hasWildcard(service) ? [...byService.values()].flat() : byService.get(service);
    return (near ?? []).filter((action) => covers(glob, action));
  });
  return [...new Set(found)];
}

function serviceOf(action: string): string {
  const colon = action.indexOf(':');
  return colon < 0 ? action : action.slice(0, colon);
}

/** Whether an identity may do what is wanted, and by which of its policies. */
export function may({ policies, boundary }: Power, wanted: Wanted, index: Index): Granted {
  const held = policies.map(({ name, policy }) => ({
    name,
    statements: index.of(policy, wanted.action),
  }));
  const bounds = boundary && index.of(boundary, wanted.action);
  const all = [...held.flatMap(({ statements }) => statements), ...(bounds ?? [])];
  const here = wanted.places.map((place): Granted => {
    const granting = held
      .map(({ name, statements }) => ({ name, grade: granted(statements, place, wanted) }))
      .filter(({ grade }) => grade !== 'not-allowed');
    const grade = weakest([
      strongest(granting.map((each) => each.grade)),
      bounds ? granted(bounds, place, wanted) : 'allowed',
      left(all, place, wanted),
    ]);
    return { grade, by: granting.map(({ name }) => name) };
  });
  const grade = strongest(here.map((each) => each.grade));
  if (grade === 'not-allowed') return { grade, by: [] };
  return { grade, by: here.filter((each) => each.grade === grade).flatMap(({ by }) => by) };
}

function strongest(grades: readonly Grade[]): Grade {
  return order.findLast((grade) => grades.includes(grade)) ?? 'not-allowed';
}

/** What the Allows of one policy give. */
function granted(statements: readonly Statement[], { reaches }: Place, wanted: Wanted): Grade {
  return strongest(
    statements
      .filter(({ effect }) => effect === 'Allow')
      .map((statement) =>
        reaches(resourcesFor(statement, wanted))
          ? whileHolding(statement.conditions, wanted)
          : 'not-allowed',
      ),
  );
}

/** What the Denies leave of it. */
function left(statements: readonly Statement[], { target, own }: Place, wanted: Wanted): Grade {
  const denies = statements.filter(
    (statement) =>
      statement.effect === 'Deny' &&
      setCovers(withoutOwn(resourcesFor(statement, wanted), own), target),
  );
  if (denies.some(({ conditions }) => conditions.length === 0)) return 'not-allowed';
  return denies.some(({ conditions }) => mayRestrain(conditions)) ? 'conditional' : 'allowed';
}

function withoutOwn({ mode, patterns }: PatternSet, own: string | undefined): PatternSet {
  const others = patterns.filter(({ glob }) => mode === 'only' || glob !== own);
  return { mode, patterns: others };
}

const USERNAME = '${aws:username}';

/** The resources of a statement as they stand for the holder. */
function resourcesFor(statement: Statement, { username }: Wanted): PatternSet {
  const resources = resourcesOf(statement);
  if (username === undefined || !resources.patterns.some(({ glob }) => glob.includes(USERNAME))) {
    return resources;
  }
  return {
    ...resources,
    patterns: resources.patterns.map(({ text, glob }) => ({
      text,
      glob: glob.replaceAll(USERNAME, username),
    })),
  };
}

/** Keys that a Deny names to leave a place or a way of asking open to everyone. */
const OPEN_TO_ALL = new Set([...NO_RESTRAINT, 'aws:requestedregion', 'aws:calledvia']);

function mayRestrain(conditions: readonly Condition[]): boolean {
  return conditions.some(({ key }) => !OPEN_TO_ALL.has(key));
}

/** What an Allow gives under its conditions, all of which must hold. */
function whileHolding(conditions: readonly Condition[], { passedTo }: Wanted): Grade {
  const restrains = restraint(conditions);
  return weakest(
    conditions.map((condition) => {
      if (condition.key === 'iam:passedtoservice' && passedTo !== undefined) {
        return passes(condition, passedTo);
      }
      return restrains(condition) ? 'conditional' : 'allowed';
    }),
  );
}

/** Whether a role may be passed to the service under a condition on `iam:PassedToService`, which every such request has. */
function passes({ operator, values }: Condition, service: string): Grade {
  const base = negatedBase(operator.base) ?? operator.base;
  if (!['stringequals', 'stringequalsignorecase', 'stringlike'].includes(base))
    return 'conditional';
  const isNamed = values.some((value) => covers(value.toLowerCase(), service));
  return isNamed === (base === operator.base) ? 'allowed' : 'not-allowed';
}

/** Whether some resource is allowed, whichever. */
export const anyResource = (): boolean => true;

/** Whether a set has everything that a test of patterns asks for, but for what `NotResource` leaves out. */
export function everyResourceOf(
  resources: PatternSet,
  isEvery: (glob: string) => boolean,
): boolean {
  const globs = globsOf(resources);
  return resources.mode === 'only' ? globs.some(isEvery) : !globs.some(isEvery);
}
