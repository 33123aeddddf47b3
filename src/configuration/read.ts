/** Reads a configuration file. Nothing of it is used before all of it is known to be right. */
import { readFile } from 'node:fs/promises';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Check } from '../judge/check.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import { cutEnd } from '../text/wrap.ts';
import { config, type Config, configFor } from './shape.ts';

/** Characters. What is longer is another file. */
const longest = 1_000_000;

/**
 * The configuration in a file of YAML or JSON. Throws a `UserError` that names the file, the line and the member, and
 * says what to write instead.
 *
 * @param checks those that the file may speak of
 */
export async function readConfig(path: string, checks: readonly Check[]): Promise<Config> {
  const text = await textOf(path);
  if (text.length > longest) {
    throw new UserError(`${path}: longer than a megabyte, so it is no configuration`);
  }
  return parseConfig(text, path, checks);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UserError(`${path}: ${why}`);
  }
}

/**
 * The configuration that a text holds.
 *
 * @param path names the text in errors
 */
export function parseConfig(text: string, path: string, checks: readonly Check[]): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number | undefined) =>
    offset === undefined ? path : `${path}:${lines.linePos(offset).line}`;
  const [broken] = document.errors;
  if (broken) throw new UserError(`${place(broken.pos[0])}: ${cutEnd(broken.message, 200)}`);

  const written = valueOf(document, path);
  const schema = configFor(checks);
  const held = schema.safeParse(written);
  if (held.success) return config.parse(written);
  const [issue] = held.error.issues;
  if (!issue) throw new UserError(`${path}: is not as expected`);
  const stray = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const node = document.getIn([...issue.path, ...stray], true);
  throw new UserError(`${place(offsetOf(node))}: ${faultOf(issue, written, schema, checks)}`);
}

/** An empty file says nothing, and is right. A tower of aliases would fill the memory; `yaml` stops at a hundred. */
function valueOf(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new UserError(`${path}: ${error.message}`, { cause: error });
  }
}

function offsetOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  if (!Array.isArray(range)) return undefined;
  const [start]: readonly unknown[] = range;
  return typeof start === 'number' ? start : undefined;
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
  return `${member === '' ? 'the file' : member}: ${wantedOf(issue)}`;
}

function valueAt(written: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    written,
  );
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list is wanted',
  boolean: 'true or false is wanted',
  number: 'a number is wanted',
  object: 'members with values are wanted',
  record: 'members with values are wanted',
  string: 'a text is wanted (in YAML, numbers and dates need quotes)',
};

function wantedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? `${issue.expected} is wanted`;
  if (issue.code === 'too_small' && issue.origin === 'number')
    return 'a number of 0 or more is wanted';
  return issue.message;
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
