/** Of which type the members of an answer are, by AWS's own schema. */
import { answers, structures } from './shapes.generated.ts';

export interface Type {
  readonly kind:
    | 'text'
    | 'number'
    | 'boolean'
    | 'time'
    | 'bytes'
    | 'list'
    | 'map'
    | 'structure'
    | 'any';
  /** Of the items, where it is a list or a map. */
  readonly items?: Type;
  /** Of a structure. Taken apart when the first answer has one: most structures never come. */
  members?(): ReadonlyMap<string, Type>;
}

/** The type of an operation's answer; undefined of one that is not ours, such as that of a user's own collector. */
export function answerType(operation: { service: string; name: string }): Type | undefined {
  const name = answers.get(`${operation.service}:${operation.name}`);
  return name === undefined ? undefined : typeOf(`.${name}`);
}

/**
 * How a type is written in the generated table: `s` text, `n` number, `b` true or false, `t` time, `y` bytes, `[` list of,
 * `{` map of, `.` a structure by its name, `*` anything.
 */
const letters: Readonly<Record<string, Type['kind']>> = {
  s: 'text',
  n: 'number',
  b: 'boolean',
  t: 'time',
  y: 'bytes',
  '[': 'list',
  '{': 'map',
  '.': 'structure',
};

/** One object for each type: answers are walked member by member, and comparing texts there would cost. */
const known = new Map<string, Type>();

function typeOf(code: string): Type {
  const before = known.get(code);
  if (before) return before;
  const type = made(letters[code.charAt(0)] ?? 'any', code.slice(1));
  known.set(code, type);
  return type;
}

function made(kind: Type['kind'], rest: string): Type {
  if (kind === 'list' || kind === 'map') return { kind, items: typeOf(rest) };
  if (kind !== 'structure') return { kind };
  let members: ReadonlyMap<string, Type> | undefined;
  return { kind, members: () => (members ??= membersOf(structures.get(rest) ?? '')) };
}

function membersOf(text: string): ReadonlyMap<string, Type> {
  return new Map(
    text.split(' ').map((member): [string, Type] => {
      const at = member.indexOf(':');
      return [member.slice(0, at), typeOf(member.slice(at + 1))];
    }),
  );
}

const words: Readonly<Record<Type['kind'], string>> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  time: 'a time',
  bytes: 'bytes',
  list: 'a list',
  map: 'a map',
  structure: 'a structure',
  any: 'anything',
};

/** What a value of the type is, in words. */
export function wordsOfType({ kind }: Type): string {
  return words[kind];
}
