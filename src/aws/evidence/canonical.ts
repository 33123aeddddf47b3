/**
 * Answers as plain JSON, in one canonical form: keys sorted, absent members left out, dates and bytes tagged. The same
 * answer gives the same text, so its SHA-256 seals it and a replay revives it unchanged. A tag is an object of one key
 * that begins with `$`; a key of the answer's own that does so is written with one more `$`.
 */
import { createHash } from 'node:crypto';

/** The canonical JSON of an answer or an input. SDK metadata is left out. */
export function canonical(value: unknown): string {
  return textOf(value, escapeKey);
}

/** Canonical JSON that was parsed, as text again: the same text. */
export function canonicalAgain(json: unknown): string {
  return textOf(json, (key) => key);
}

/** SHA-256, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Written in one pass: answers are many, and what stands between the answer and its text is garbage at once. */
function textOf(value: unknown, keyOf: (key: string) => string | undefined): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return Number.isFinite(value) ? String(value === 0 ? 0 : value) : 'null';
    case 'boolean':
      return String(value);
    case 'bigint':
      return `{"$bigint":"${value}"}`;
    case 'object':
      return value === null ? 'null' : objectText(value, keyOf);
    default:
      return 'null';
  }
}

function objectText(value: object, keyOf: (key: string) => string | undefined): string {
  if (Array.isArray(value)) {
    let list = '';
    for (const item of value) list += `${list === '' ? '[' : ','}${textOf(item, keyOf)}`;
    return list === '' ? '[]' : `${list}]`;
  }
  if (value instanceof Date) return `{"$date":"${value.toISOString()}"}`;
  if (value instanceof Uint8Array) {
    return `{"$bytes":"${Buffer.from(value).toString('base64')}"}`;
  }
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const key = keyOf(name);
    if (key !== undefined && member !== undefined) members.push([key, member]);
  }
  let text = '';
  for (const [key, member] of inOrder(members)) {
    text += `${text === '' ? '{' : ','}${quoted(key)}:${textOf(member, keyOf)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

/** As the members of an object stand when they were set in the order of their names: numbers come first. */
function inOrder(members: [string, unknown][]): readonly [string, unknown][] {
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  if (!members.some(([key]) => isIndex(key))) return members;
  const numbers = members.filter(([key]) => isIndex(key));
  numbers.sort(([a], [b]) => Number(a) - Number(b));
  return [...numbers, ...members.filter(([key]) => !isIndex(key))];
}

/** What JavaScript takes for a number in the order of an object's keys. */
function isIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  if (Number.isNaN(first) || first < 48 || first > 57) return false;
  const number = Number(key);
  return Number.isInteger(number) && number < 2 ** 32 - 1 && String(number) === key;
}

/** Most texts need no escape, and asking is cheaper than escaping. */
const plain = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return text.length < 200 && plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** The metadata of the SDK is no part of the answer. */
function escapeKey(key: string): string | undefined {
  if (!key.startsWith('$')) return key;
  return key === '$metadata' ? undefined : `$${key}`;
}

/** Parses canonical JSON back to what the SDK gave. The text's hash must have been checked: it vouches for the type. */
export function revive<T>(text: string): T {
  // A text without a tag needs no second look at its members.
  const value: T = text.includes('"$') ? revived(JSON.parse(text)) : JSON.parse(text);
  return value;
}

/** Not by the reviver of JSON.parse, which is called for every text and number too. */
function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      if (typeof item === 'object') value[index] = revived(item);
    });
    return value;
  }
  let isEscaped = false;
  for (const [key, member] of Object.entries(value)) {
    if (key.startsWith('$')) {
      const meant = untagged(key, member);
      if (meant !== undefined) return meant;
      isEscaped ||= key.startsWith('$$');
    }
    if (typeof member === 'object') define(value, key, revived(member));
  }
  return isEscaped ? unescaped(value) : value;
}

/** What a tag stands for. */
function untagged(key: string, member: unknown): unknown {
  if (typeof member !== 'string') return undefined;
  if (key === '$date') return new Date(member);
  if (key === '$bytes') return new Uint8Array(Buffer.from(member, 'base64'));
  return key === '$bigint' ? BigInt(member) : undefined;
}

function unescaped(value: object): object {
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([key, member]) => [key.replace(/^\$\$/, '$'), member]));
}

/** Sets a member that may be named `__proto__`. */
function define(of: object, key: string, member: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(of, key, {
      value: member,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    Reflect.set(of, key, member);
  }
}
