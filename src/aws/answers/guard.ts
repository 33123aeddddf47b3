/**
 * Text where AWS's schema says true or false, a number that came as text, a structure for a list: nothing is reasoned from
 * it. `if (answer.Enabled)` would take the text `false` for true, so such a member cannot be read at all: whoever reads it
 * finds the value, or the item of the list, unusable. What nobody reads does no harm.
 */
import { Unusable } from '../unusable.ts';
import { membersOfStructure, type TypeCode, wordsOfType } from './shape.ts';

/** Makes unreadable, in place, what is of another type. Returns what is wrong where that is the whole answer. */
export function guard(answer: unknown, type: TypeCode): string | undefined {
  if (!fits(answer, type)) return `the answer is ${wordsOf(answer)} and not ${wordsOfType(type)}`;
  look(answer, type, '');
  return undefined;
}

/** @param of what the value is called in words for the user */
function look(value: unknown, type: TypeCode, of: string): void {
  if (typeof value !== 'object' || value === null) return;
  const kind = type.charAt(0);
  if (kind === '.') {
    const members = membersOfStructure(type.slice(1));
    for (const [name, member] of Object.entries(value)) {
      const wanted = members.get(name);
      // An absent member and null are the same to AWS's protocols.
      if (wanted === undefined || member === null || member === undefined) continue;
      if (fits(member, wanted)) look(member, wanted, name);
      else forbid(value, name, member, wanted, name);
    }
  } else if (kind === '[' || kind === '{') {
    const wanted = type.slice(1);
    if (isPlain(wanted) && Array.isArray(value) && value.every((item) => fits(item, wanted)))
      return;
    for (const [key, item] of Object.entries(value)) {
      if (fits(item, wanted)) look(item, wanted, of);
      else forbid(value, key, item, wanted, of);
    }
  }
}

function isPlain(type: TypeCode): boolean {
  return type.length === 1;
}

function fits(value: unknown, type: TypeCode): boolean {
  switch (type.charAt(0)) {
    case 's':
      return typeof value === 'string';
    case 'n':
      return typeof value === 'number';
    case 'b':
      return typeof value === 'boolean';
    case 't':
      return value instanceof Date && !Number.isNaN(value.getTime());
    case 'y':
      return value instanceof Uint8Array;
    case '[':
      return Array.isArray(value);
    case '{':
    case '.':
      return isRecord(value);
    default:
      return true;
  }
}

function isRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && !(value instanceof Uint8Array);
}

function forbid(holder: object, key: string, value: unknown, type: TypeCode, of: string): void {
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
