import { LIMITING_KEYS } from './condition-keys.ts';
import type { Condition } from './document.ts';
import { fixedness } from './fixed-values.ts';
import type { Fixedness, Wildcards } from './fixed-values.ts';
import { negatedBase } from './operators.ts';
import { listed } from './text.ts';

/** What kind of policy the conditions stand in; some keys mean something in one kind only. */
export type PolicyKind = 'bucket' | 'access-point' | 'trust' | 'other';

/** What the conditions of one Allow statement do to an open principal. */
export interface LimitReading {
  /** Whether at least one condition pins who calls, or from where, to fixed values. */
  readonly limited: boolean;
  /** Whether it does so in AWS's own words for buckets: a key that AWS names, with values without wildcards. */
  readonly byLetter: boolean;
  /** The keys that limit, in lower case. */
  readonly keys: readonly string[];
  /** Why each other condition does not limit, for a reason. */
  readonly ignored: readonly string[];
}

/**
 * Reads whether the conditions of an Allow limit an open principal. All conditions of a statement must hold, so one
 * that limits is enough; the values of one condition are alternatives, so all of them must be fixed. `...IfExists`
 * and `ForAllValues:` are also true for a request without the key and count only where every request has the key or a
 * `Null` condition demands it; negated operators and `Null` itself never limit (AWS docs, IAM user guide, "Condition operators").
 */
export function readLimits(conditions: readonly Condition[], kind: PolicyKind): LimitReading {
  const demanded = demandedKeys(conditions);
  const readings = conditions.map((condition) => ({
    condition,
    fixed: limitOf(condition, kind, demanded),
  }));
  const limiting = readings.filter(({ fixed }) => fixed !== 'no');
  const byLetter = limiting.some(
    ({ condition, fixed }) =>
      fixed === 'yes' && LIMITING_KEYS.get(condition.key)?.listedByS3 === true,
  );
  return {
    limited: limiting.length > 0,
    byLetter,
    keys: limiting.map(({ condition }) => condition.key),
    ignored: readings
      .filter(({ fixed }) => fixed === 'no')
      .map(({ condition }) => whyIgnored(condition, kind)),
  };
}

/** Keys that a `Null` condition with the value false demands of every request. */
export function demandedKeys(conditions: readonly Condition[]): ReadonlySet<string> {
  const demanding = conditions.filter(
    ({ operator, values }) =>
      operator.base === 'null' &&
      operator.quantifier === 'none' &&
      values.length > 0 &&
      values.every((value) => value.toLowerCase() === 'false'),
  );
  return new Set(demanding.map(({ key }) => key));
}

/** Tells whether a condition is only true for requests that carry its key, by its operator or because all carry it. */
export function needsKey(condition: Condition, demanded: ReadonlySet<string>): boolean {
  return asksForKey(condition, demanded) || LIMITING_KEYS.get(condition.key)?.always === true;
}

/** Tells whether a condition asks for its key in so many words. */
export function asksForKey({ key, operator }: Condition, demanded: ReadonlySet<string>): boolean {
  return (!operator.ifExists && operator.quantifier !== 'all') || demanded.has(key);
}

/** Whose reading of wildcards decides in policies of a kind. */
function wildcardsOf(kind: PolicyKind): Wildcards {
  return kind === 'bucket' || kind === 'access-point' ? 's3' : 'iam';
}

function limitOf(condition: Condition, kind: PolicyKind, demanded: ReadonlySet<string>): Fixedness {
  const key = limitingKey(condition.key, kind);
  if (key === undefined || !needsKey(condition, demanded)) return 'no';
  const { operator, values } = condition;
  const fixed = fixedness(key.shape, operator.base, values, wildcardsOf(kind));
  // By the letter of AWS's rule for buckets such an operator does not limit.
  return fixed === 'yes' && !asksForKey(condition, demanded) ? 'by-effect' : fixed;
}

function limitingKey(name: string, kind: PolicyKind) {
  const key = LIMITING_KEYS.get(name);
  return key?.only === undefined || key.only === kind ? key : undefined;
}

function whyIgnored(condition: Condition, kind: PolicyKind): string {
  const name = listed([condition.key]);
  const { base, ifExists, quantifier } = condition.operator;
  if (limitingKey(condition.key, kind) === undefined) {
    return `${name} does not say who calls or from where`;
  }
  if (base === 'null' || negatedBase(base) !== undefined) {
    return `the condition on ${name} lets in all but a few`;
  }
  if (ifExists || quantifier === 'all') {
    return `the condition on ${name} also holds for requests without the key`;
  }
  return `the value for ${name} is not fixed or too wide`;
}

/**
 * Tells whether the conditions of a Deny spare nobody but fixed callers or places, as
 * `StringNotEquals aws:PrincipalOrgID` does. Negated operators are true for a request without the key, with and
 * without `IfExists`, so the Deny then holds; only `ForAnyValue:` would spare such requests. Calls that AWS services
 * make for themselves may be spared as well (`aws:PrincipalIsAWSService` false).
 */
export function sparesOnlyFixed(conditions: readonly Condition[], kind: PolicyKind): boolean {
  const rest = conditions.filter((condition) => !sparesServices(condition));
  return (
    rest.length > 0 &&
    rest.every((condition) => {
      const base = negatedBase(condition.operator.base);
      const key = limitingKey(condition.key, kind);
      if (base === undefined || key === undefined || condition.operator.quantifier === 'any') {
        return false;
      }
      return fixedness(key.shape, base, condition.values, wildcardsOf(kind)) !== 'no';
    })
  );
}

/** Whether the condition of a Deny spares calls that AWS services make for themselves. */
export function sparesServices({ key, operator, values }: Condition): boolean {
  return (
    key === 'aws:principalisawsservice' &&
    operator.base === 'bool' &&
    operator.quantifier === 'none' &&
    values.some((value) => value.toLowerCase() === 'false')
  );
}
