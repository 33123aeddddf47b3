import { isEmpty } from './bits.ts';
import { demandedKeys, needsKey } from './conditions.ts';
import {
  everyAction,
  everyResource,
  globsOf,
  resourcesOf,
  setCovers,
  setTouches,
} from './coverage.ts';
import type { Condition, PatternSet, Policy, Statement } from './document.ts';
import { fixedness } from './fixed-values.ts';
import { indexGlobs } from './glob-index.ts';
import { covers } from './match.ts';
import { comparesLiterally, negatedBase } from './operators.ts';
import { listed, statementLabel } from './text.ts';
import { type Work, workUpTo } from './work.ts';

/** Whether an identity policy grants full administration. */
export interface FullAdminReading {
  /** `conditional`: only while a condition holds that limits who or how. */
  readonly verdict: 'admin' | 'conditional' | 'not-admin';
  /** For `admin` and `conditional` the statements that grant it; for `not-admin` what comes near. */
  readonly reasons: readonly string[];
}

/** Actions with which a holder changes what it may do itself (IAM service authorization reference). */
const PERMISSION_CHANGES = [
  'iam:putuserpolicy',
  'iam:putgrouppolicy',
  'iam:putrolepolicy',
  'iam:attachuserpolicy',
  'iam:attachgrouppolicy',
  'iam:attachrolepolicy',
  'iam:createpolicyversion',
  'iam:setdefaultpolicyversion',
  'iam:updateassumerolepolicy',
  'iam:createaccesskey',
  'iam:createloginprofile',
  'iam:updateloginprofile',
  'iam:addusertogroup',
] as const;

/** A `NotAction` or `NotResource` with more entries than this leaves out more than a little. */
const LITTLE = 10;

/** Keys whose conditions hold for practically every request of the policy's holder. */
export const NO_RESTRAINT: ReadonlySet<string> = new Set([
  'aws:securetransport',
  's3:tlsversion',
  'aws:resourceaccount',
  'aws:useragent',
  'aws:referer',
  'aws:currenttime',
  'aws:epochtime',
]);

/**
 * Reads whether an identity policy allows every action on every resource, however it is spelled: `*`, `*:*`, lists
 * and several statements that together take in all, `NotAction` or `NotResource` that leaves out little. What leaves
 * out the permission changes of IAM (as PowerUserAccess does) is not full administration, nor is `iam:*` alone. A
 * statement with a condition that limits who or how counts as conditional. A Deny of everything without a condition
 * takes it back; other Denies do not excuse it.
 */
export function readFullAdmin(policy: Policy, work: Work = workUpTo()): FullAdminReading {
  const deny = policy.statements.find(takesAllBack);
  if (deny !== undefined) {
    return { verdict: 'not-admin', reasons: [`${statementLabel(deny)} denies every action`] };
  }
  const broad = policy.statements.filter(
    (statement) => statement.effect === 'Allow' && almostEveryResource(resourcesOf(statement)),
  );
  const free = broad.filter(({ conditions }) => !conditions.some(restraint(conditions)));
  if (allowsAll(free, work)) {
    return { verdict: 'admin', reasons: essential(free, work).map(adminReason) };
  }
  if (allowsAll(broad, work)) {
    return { verdict: 'conditional', reasons: essential(broad, work).map(conditionalReason) };
  }
  return { verdict: 'not-admin', reasons: broad.filter(changesPermissions).map(nearReason) };
}

function allowsAll(statements: readonly Statement[], work: Work): boolean {
  const listedGlobs = statements.flatMap(({ actions }) =>
    actions.mode === 'only' ? globsOf(actions) : [],
  );
  if (everyAction(listedGlobs)) return true;
  const leavingOut = statements.filter(
    ({ actions }) => actions.mode !== 'only' && !everyAction(globsOf(actions)),
  );
  if (leavingOut.length === 0) return false;
  const listing = indexGlobs([listedGlobs], work);
  return leavingOut.some(({ actions }) => {
    const left = globsOf(actions).filter((out) => isEmpty(listing.covering(out)));
    return left.length <= LITTLE && PERMISSION_CHANGES.some((action) => !matches(left, action));
  });
}

function matches(globs: readonly string[], action: string): boolean {
  return globs.some((glob) => covers(glob, action));
}

/** The statements that give everything alone, or else all that do so together. */
function essential(statements: readonly Statement[], work: Work): readonly Statement[] {
  const alone = statements.filter((statement) => allowsAll([statement], work));
  return alone.length > 0 ? alone : statements;
}

function almostEveryResource(resources: PatternSet): boolean {
  const globs = globsOf(resources);
  if (resources.mode === 'only') return everyResource(globs);
  return globs.length <= LITTLE && !everyResource(globs) && !globs.some(coversIam);
}

function coversIam(glob: string): boolean {
  const parts = glob.split(':');
  const [, , service, , , rest] = parts;
  if (service === undefined || rest === undefined) return covers(glob, 'arn:aws:iam::*:?*');
  return covers(service, 'iam') && parts.slice(5).join(':') === '*';
}

function takesAllBack({ effect, actions, resources, conditions }: Statement): boolean {
  if (effect !== 'Deny' || conditions.length > 0) return false;
  const target = resources ?? { mode: 'only', patterns: [{ text: '*', glob: '*' }] };
  if (!setCovers(target, '*')) return false;
  return actions.mode === 'only'
    ? everyAction(globsOf(actions))
    : !PERMISSION_CHANGES.some((action) => matches(globsOf(actions), action));
}

/**
 * Whether a condition restrains the holder. Operators that are also true without the key do not: with `BoolIfExists`
 * a request signed by a long-term access key has no aws:MultiFactorAuthPresent and passes.
 */
export function restraint(all: readonly Condition[]): (condition: Condition) => boolean {
  const demanded = demandedKeys(all);
  return (condition) => {
    const { key, operator, values } = condition;
    if (NO_RESTRAINT.has(key) || !needsKey(condition, demanded)) return false;
    if (operator.base === 'null' || negatedBase(operator.base) !== undefined) return false;
    if (operator.base.endsWith('notequals')) return false;
    if (key === 'aws:multifactorauthpresent') {
      return values.every((value) => value.toLowerCase() === 'true');
    }
    if (key === 'aws:sourceip') {
      return fixedness('address-range', operator.base, values, 'iam') !== 'no';
    }
    if (comparesLiterally(operator.base)) return values.length > 0;
    return values.length > 0 && !values.some((value) => /^[*?]+$/.test(value));
  };
}

function changesPermissions({ actions }: Statement): boolean {
  return PERMISSION_CHANGES.some((action) => setTouches(actions, action));
}

function adminReason(statement: Statement): string {
  return `${statementLabel(statement)} allows ${what(statement)} on ${where(statement)}`;
}

function conditionalReason(statement: Statement): string {
  const keys = listed([...new Set(statement.conditions.map(({ key }) => key))]);
  return `${adminReason(statement)}${keys === '' ? '' : ` while a condition on ${keys} holds`}`;
}

function nearReason(statement: Statement): string {
  const changed = PERMISSION_CHANGES.find((action) => setTouches(statement.actions, action));
  return `${statementLabel(statement)} allows ${changed ?? 'permission changes'} on ${where(statement)}: its holder can widen its own rights`;
}

function what({ actions }: Statement): string {
  const names = listed(actions.patterns.map(({ text }) => text));
  return actions.mode === 'only' ? names : `every action except ${names === '' ? 'none' : names}`;
}

function where(statement: Statement): string {
  const resources = resourcesOf(statement);
  if (resources.mode === 'only') return 'every resource';
  const names = listed(resources.patterns.map(({ text }) => text));
  return names === '' ? 'every resource' : `every resource except ${names}`;
}
