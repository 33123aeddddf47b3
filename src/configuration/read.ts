/** Reads a configuration file. Nothing of it is used before all of it is known to be right. */
import type * as z from 'zod';
import type { Check } from '../judge/check.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import { config, type Config, configFor } from './shape.ts';
import { hold, parseWritten, type ReadFile, readWritten, type Written } from './written.ts';

/**
 * The configuration in a file of YAML or JSON. Throws a `UserError` that names the file, the line and the member, and
 * says what to write instead.
 *
 * @param checks those that the file may speak of
 */
export async function readConfig(
  path: string,
  checks: readonly Check[],
): Promise<ReadFile<Config>> {
  const written = await readWritten(path, 'configuration');
  return { value: configOf(written, checks), file: written.file };
}

/**
 * The configuration that a text holds.
 *
 * @param path names the text in errors
 */
export function parseConfig(text: string, path: string, checks: readonly Check[]): Config {
  return configOf(parseWritten(text, path), checks);
}

function configOf(written: Written, checks: readonly Check[]): Config {
  const schema = configFor(checks);
  hold(written, schema, (issue) => faultOf(issue, written.value, schema, checks));
  return config.parse(written.value);
}

/** Of more names than these the nearest are told instead. */
const mostNamed = 8;

function faultOf(
  issue: z.core.$ZodIssue,
  written: unknown,
  schema: z.ZodObject,
  checks: readonly Check[],
): string {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return strayMember(name, path, schema, checks).message;
  }
  const member = path.join('.');
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    return known.length > mostNamed
      ? unknownName('name', String(valueAt(written, issue.path)), known, 'See "srm-scan checks".')
          .message
      : `${member}: write one of ${known.join(', ')}`;
  }
  return `${member === '' ? 'the file' : member}: ${issue.message}`;
}

function valueAt(written: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    written,
  );
}

/** A member that is not known, by where it stands. */
function strayMember(
  name: string,
  path: readonly string[],
  schema: z.ZodObject,
  checks: readonly Check[],
): UserError {
  const [section] = path;
  const depth = section === 'profiles' ? path.length - 1 : path.length;
  if (section === undefined) {
    const known = Object.keys(schema.shape);
    return unknownName('member', name, known, `Known: ${known.join(', ')}.`);
  }
  if (depth === 1) {
    const known = checks.filter(({ params }) => Object.keys(params).length > 0);
    const ids = known.map(({ id }) => id);
    if (!checks.some(({ id }) => id === name)) {
      return unknownName('check', name, ids, 'See "srm-scan checks".');
    }
    return new UserError(`${name} has no parameters`);
  }
  const id = path.at(-1) ?? '';
  const known = Object.keys(checks.find((check) => check.id === id)?.params ?? {});
  return unknownName(`parameter of ${id}`, name, known, `It has: ${known.join(', ')}.`);
}
