/**
 * How the action talks to GitHub's runner: inputs come as environment variables, so that nothing of them is ever part of a
 * script; outputs and the job summary go into the files that the runner names. Node's own modules alone, since it runs before
 * anything is installed.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** An input of the action, without blanks around it; empty where it was not given. */
export function input(name: string): string {
  return (process.env[`INPUT_${name.replaceAll('-', '_').toUpperCase()}`] ?? '').trim();
}

/** An input that is `true` or `false`. Throws an `ActionError` for anything else. */
export function flag(name: string): boolean {
  const value = input(name);
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw new ActionError(`"${value}" is no value of ${name}: write true or false`);
}

/** An input that is a list: each line is one item, or the parts between commas. */
export function list(name: string, separator: RegExp = /[\n,]/): readonly string[] {
  return input(name)
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A variable that the runner always sets. */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new ActionError(`${name} is not set: this script is run by GitHub Actions`);
  }
  return value;
}

/** Told to the steps that follow, as `steps.<id>.outputs.<name>`. */
export function output(name: string, value: string): void {
  // A delimiter that nobody can guess: no value can end its own block and begin another.
  const end = randomUUID();
  appendFileSync(variable('GITHUB_OUTPUT'), `${name}<<${end}\n${value}\n${end}\n`);
}

/** Shows a line at the top of the run. */
export function notice(level: 'error' | 'warning' | 'notice', text: string): void {
  const line = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  process.stdout.write(`::${level} title=srm-scan::${line}\n`);
}

/** Something that the author of the workflow must mend. */
export class ActionError extends Error {}

/** Runs the script; what is wrong is told in one line, without a stack where the author of the workflow can mend it. */
export async function main(script: () => Promise<void>): Promise<void> {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    notice('error', error.message);
    process.exitCode = 2;
  }
}
