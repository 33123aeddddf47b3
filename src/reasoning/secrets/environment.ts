/**
 * Secrets in variables that keep their names, as those of containers do: AWS names some that hold credentials whatever
 * their values look like. In place of a value stands what it looks like.
 */
import { isPlainName } from './assignments.ts';
import type { FoundSecrets } from './detect.ts';
import { redactedSecrets, redactionOf } from './redacted.ts';
import { findInVariables } from './variables.ts';

/** A variable, with what was put in place of its value. */
export interface RedactedVariable {
  readonly name: string;
  readonly value: string;
}

/** What to put in place of the value of a variable. */
export function redactVariable(name: string, value: string): string {
  return value === '' ? value : redactionOf(findInVariables({ [name]: value }));
}

/**
 * What the variables hold, each kind once with the names that it is given to; undefined where a value was not redacted,
 * so that nobody knows what it is.
 */
export function secretsIn(
  variables: readonly RedactedVariable[],
): readonly FoundSecrets[] | undefined {
  const names = new Map<string, string[]>();
  for (const { name, value } of variables) {
    if (value === '') continue;
    const found = redactedSecrets(value);
    if (found === undefined || found === 'illegible') return undefined;
    for (const { kind } of found) names.set(kind, [...(names.get(kind) ?? []), name]);
  }
  return [...names].map(([kind, all]) => ({
    kind,
    names: all.filter(isPlainName),
    hasUnnamed: !all.every(isPlainName),
  }));
}
