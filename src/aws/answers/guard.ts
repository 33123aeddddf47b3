/**
 * Text where AWS's schema says true or false, a number that came as text, a structure for a list: nothing is reasoned from
 * it. `if (answer.Enabled)` would take the text `false` for true, so such a member cannot be read at all: whoever reads it
 * finds the value, or the item of the list, unusable. What nobody reads does no harm.
 */
import { Unusable } from '../unusable.ts';
import { type Type, wordsOfType } from './shape.ts';

/** Makes unreadable, in place, what is of another type. Returns what is wrong where that is the whole answer. */
export function guard(answer: unknown, type: Type): string | undefined {
  if (!fits(answer, type)) return `the answer is ${wordsOf(answer)} and not ${wordsOfType(type)}`;
  look(answer, type, '');
  return undefined;
}

/** @param of what the value is called in words for the user */
function look(value: unknown, type: Type, of: string): void {
  if (type.items) lookAtItems(value, type.items, of);
  else if (type.members && isRecord(value)) lookAtMembers(value, type.members());
}

function lookAtMembers(holder: Holder, members: ReadonlyMap<string, Type>): void {
  for (const name of Object.keys(holder)) {
    const type = members.get(name);
    const member = holder[name];
    // An absent member and null are the same to AWS's protocols.
    if (type === undefined || member === null || member === undefined) continue;
    if (fits(member, type)) look(member, type, name);
    else forbid(holder, name, member, type, name);
  }
}

function lookAtItems(holder: unknown, type: Type, of: string): void {
  if (Array.isArray(holder)) {
    for (const [index, item] of holder.entries()) {
      if (fits(item, type)) look(item, type, of);
      else forbid(holder, String(index), item, type, of);
    }
  } else if (isRecord(holder)) {
    for (const key of Object.keys(holder)) {
      const item = holder[key];
      if (fits(item, type)) look(item, type, of);
      else forbid(holder, key, item, type, of);
    }
  }
}

type Holder = Readonly<Record<string, unknown>>;

function fits(value: unknown, { kind }: Type): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'time':
      return value instanceof Date && !Number.isNaN(value.getTime());
    case 'bytes':
      return value instanceof Uint8Array;
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'structure':
      return isRecord(value);
    case 'any':
      return true;
  }
}

function isRecord(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && !(value instanceof Uint8Array);
}

function forbid(holder: object, key: string, value: unknown, type: Type, of: string): void {
  const why = `the answer has ${wordsOf(value)} in ${of}, where AWS's schema says ${wordsOfType(type)}`;
  Object.defineProperty(holder, key, {
    enumerable: true,
    get: () => {
      throw new Unusable(why);
    },
  });
}

function wordsOf(value: unknown): string {
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return `${value}`;
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a time';
  return value instanceof Uint8Array ? 'bytes' : 'a structure';
}
