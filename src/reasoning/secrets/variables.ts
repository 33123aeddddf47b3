/** Secrets in the environment variables that a program is given. */
import { findSecrets, type FoundSecrets } from './detect.ts';
import { redactionOf } from './redacted.ts';

/** The name of the one variable that is left. */
const all = 'variables';

/**
 * The variables replaced by one that says what they hold: their values are secret, and so may their names be. No variables
 * stay none.
 */
export function redactVariables<V extends string | undefined>(
  variables: Readonly<Record<string, V>>,
): Record<string, V | string> {
  if (Object.values(variables).every((value) => value === undefined)) return variables;
  return { [all]: redactionOf(findInVariables(variables)) };
}

/** What variables were replaced by; undefined where there were none. */
export function redactedVariables(
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return variables[all];
}

/** What values look like secrets, as they stand and given to their names. Two variables may only make sense together. */
export function findInVariables(
  variables: Readonly<Record<string, string | undefined>>,
): FoundSecrets[] {
  const lines = Object.entries(variables).map(([name, value = '']) => `${name}=${quoted(value)}`);
  return findSecrets(lines.join('\n'));
}

/**
 * A variable is what it says: nothing evaluates it, however much it looks like code. What holds both kinds of quotes loses
 * one, since nothing escapes it.
 */
function quoted(value: string): string {
  if (!value.includes("'")) return `'${value}'`;
  return value.includes('"') ? `'${value.replaceAll("'", '_')}'` : `"${value}"`;
}
