/**
 * What the service control policies of an organisation leave of an action (AWS Organizations user guide, "SCP evaluation"): a
 * Deny at any level takes it away, and without an Allow at each level from the root to the account itself it is not there.
 */
import { everyResource, globsOf, resourcesOf, setTouches } from './coverage.ts';
import type { Condition, Policy, Statement } from './document.ts';
import { negatedBase } from './operators.ts';
import { listed, shortName, statementLabel } from './text.ts';

/** The root, a unit, or the account itself, with what is attached right there. */
export interface ControlLevel {
  /** What it is called in a reason. */
  readonly name: string;
  readonly policies: readonly ControlPolicy[];
}

export interface ControlPolicy {
  readonly name: string;
  /** Undefined where it could not be read. */
  readonly policy: Policy | undefined;
}

/** `denied-but-for`: to all but principals or services that are named. `in-part`: it hangs on the request. */
export const heldStates = ['denied', 'denied-but-for', 'in-part', 'unread', 'not-denied'] as const;
export type HeldState = (typeof heldStates)[number];

/** What the policies do to an action, and why. */
export interface Held {
  readonly state: HeldState;
  /** Half a sentence each; none for `not-denied`. */
  readonly reasons: readonly string[];
}

/**
 * Reads whether the policies deny an action to everybody in the account. What could not be read decides nothing, and hides
 * nothing that was.
 *
 * @param action one name, such as `cloudtrail:StopLogging`
 * @param levels from the root to the account
 */
export function readControl(action: string, levels: readonly ControlLevel[]): Held {
  const name = action.toLowerCase();
  return strongest(
    levels.flatMap((level) => [
      ...level.policies.flatMap((each) => denialsIn(each, name)),
      allowanceOf(level, name),
    ]),
  );
}

/** What several policies come to: each of them can take an action away. */
export function strongest(found: readonly Held[]): Held {
  for (const state of heldStates) {
    const reasons = found.filter((each) => each.state === state).flatMap((each) => each.reasons);
    if (reasons.length > 0) return { state, reasons: [...new Set(reasons)] };
  }
  return { state: 'not-denied', reasons: [] };
}

/** The one that leaves most to a member. @param all at least one */
export function weakest(all: readonly Held[]): HeldState {
  return heldStates.findLast((state) => all.some((each) => each.state === state)) ?? 'unread';
}

function denialsIn({ name, policy }: ControlPolicy, action: string): readonly Held[] {
  if (policy === undefined) {
    return [{ state: 'unread', reasons: [`${shortName(name)} could not be read`] }];
  }
  return policy.statements
    .filter(({ effect, actions }) => effect === 'Deny' && setTouches(actions, action))
    .map((statement) => denialBy(statement, `${shortName(name)}, ${statementLabel(statement)}`));
}

function denialBy(statement: Statement, label: string): Held {
  if (!isOfEveryResource(statement)) {
    return { state: 'in-part', reasons: [`${label} denies it on some resources alone`] };
  }
  const { conditions } = statement;
  const spared = conditions.map(sparedBy);
  const [other] = conditions.filter((_, at) => spared[at] === undefined);
  if (other !== undefined) {
    const reason = `${label} denies it while a condition on ${listed([other.key])} holds`;
    return { state: 'in-part', reasons: [reason] };
  }
  const names = spared.flatMap((each) => each ?? []);
  return names.length === 0
    ? { state: 'denied', reasons: [`${label} denies it`] }
    : { state: 'denied-but-for', reasons: [`${label} denies it to all but ${listed(names)}`] };
}

export function isOfEveryResource(statement: Statement): boolean {
  const resources = resourcesOf(statement);
  return resources.mode === 'only' && everyResource(globsOf(resources));
}

/**
 * Whom a condition of a Deny spares, where these are principals by name or the services of AWS; undefined for any other. A
 * negated operator is true for a request without the key too, so the Deny then holds.
 */
export function sparedBy({ key, operator, values }: Condition): readonly string[] | undefined {
  if (operator.quantifier !== 'none') return undefined;
  if (key === 'aws:principalisawsservice' && operator.base === 'bool') {
    return values.every((value) => value.toLowerCase() === 'false')
      ? ['services of AWS']
      : undefined;
  }
  if (key !== 'aws:principalarn' || negatedBase(operator.base) === undefined) return undefined;
  return values.length > 0 && values.every(isNamed) ? values : undefined;
}

/** Whether something of a principal's own name is fixed: `arn:aws:iam::*:role/*` is every role. */
function isNamed(arn: string): boolean {
  const [, , , , , ...rest] = arn.split(':');
  const name = rest.join(':');
  return name === 'root' || /[^*?/]/.test(name.replace(/^(role|user|assumed-role)\//, ''));
}

/** What the Allows of a level leave; nothing to tell where one of them is for everybody and on whatever resource. */
function allowanceOf({ name, policies }: ControlLevel, action: string): Held {
  const nothing = { state: 'not-denied', reasons: [] } as const;
  // AWS keeps one attached at least.
  if (policies.length === 0) {
    return { state: 'unread', reasons: [`what is attached to ${shortName(name)} is not known`] };
  }
  const allows = policies.flatMap(
    ({ policy }) =>
      policy?.statements.filter(
        ({ effect, actions }) => effect === 'Allow' && setTouches(actions, action),
      ) ?? [],
  );
  if (allows.some((allow) => allow.conditions.length === 0 && isOfEveryResource(allow))) {
    return nothing;
  }
  if (allows.length > 0) {
    return {
      state: 'in-part',
      reasons: [`at ${shortName(name)} it is allowed on some resources or conditions alone`],
    };
  }
  // A policy that could not be read may allow it; that it could not is told already.
  if (policies.some(({ policy }) => policy === undefined)) return nothing;
  return { state: 'denied', reasons: [`nothing at ${shortName(name)} allows it`] };
}
