/** Of which type the members of an answer are, by AWS's own schema. */
import { answers, structures } from './shapes.generated.ts';

/**
 * A type as it is written: `s` text, `n` number, `b` true or false, `t` time, `y` bytes, `[` list of, `{` map of, `.` a
 * structure by its name, `*` anything.
 */
export type TypeCode = string;

export type Members = ReadonlyMap<string, TypeCode>;

/** The type of an operation's answer; undefined of one that is not ours, such as that of a user's own collector. */
export function answerType(operation: { service: string; name: string }): TypeCode | undefined {
  const name = answers.get(`${operation.service}:${operation.name}`);
  return name === undefined ? undefined : `.${name}`;
}

const known = new Map<string, Members>();

/** The members of a structure. Taken apart when the first answer has one: most structures never come. */
export function membersOfStructure(name: string): Members {
  const before = known.get(name);
  if (before) return before;
  const text = structures.get(name) ?? '';
  const entries = text.split(' ').map((member): [string, TypeCode] => {
    const at = member.indexOf(':');
    return [member.slice(0, at), member.slice(at + 1)];
  });
  const members = new Map(entries);
  known.set(name, members);
  return members;
}

/** What a value of the type is, in words. */
export function wordsOfType(type: TypeCode): string {
  return words[type.charAt(0)] ?? 'something else';
}

const words: Readonly<Record<string, string>> = {
  s: 'text',
  n: 'a number',
  b: 'true or false',
  t: 'a time',
  y: 'bytes',
  '[': 'a list',
  '{': 'a map',
  '.': 'a structure',
};
