/**
 * Secrets in the variables of an environment, as tasks and functions are given them. The value of a variable leaves the
 * operation that reads it in no form: what it looks like stands in its place.
 */
import { isPlainName } from './assignments.ts';
import { findSecrets, type FoundSecrets } from './detect.ts';

const prefix = 'redacted: ';
const nothing = 'no secrets found';

/** A variable, with what was put in place of its value. */
export interface RedactedVariable {
  readonly name: string;
  readonly value: string;
}

/** What to put in place of the value of a variable: the kinds of secrets that it looks like. */
export function redactVariable(name: string, value: string): string {
  if (value === '') return value;
  const quote = value.includes('"') ? "'" : '"';
  // The name decides what is a password; what has a shape of its own is found in the value whatever its name is.
  const kinds = [`${name}=${quote}${value}${quote}`, value]
    .flatMap((text) => findSecrets(text))
    .map(({ kind }) => kind);
  return `${prefix}${kinds.length === 0 ? nothing : [...new Set(kinds)].join(', ')}`;
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
    if (value === '' || value === `${prefix}${nothing}`) continue;
    if (!value.startsWith(prefix)) return undefined;
    for (const kind of value.slice(prefix.length).split(', ')) {
      names.set(kind, [...(names.get(kind) ?? []), name]);
    }
  }
  return [...names].map(([kind, all]) => ({
    kind,
    names: all.filter(isPlainName),
    hasUnnamed: !all.every(isPlainName),
  }));
}
