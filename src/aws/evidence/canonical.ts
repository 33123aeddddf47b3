/**
 * Answers as plain JSON, in one canonical form: keys sorted, absent members left out, dates and bytes tagged. The same
 * answer gives the same text, so its SHA-256 seals it and a replay revives it unchanged. A tag is an object of one key
 * that begins with `$`; a key of the answer's own that does so is written with one more `$`.
 */
import { createHash } from 'node:crypto';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** The canonical JSON of an answer or an input. SDK metadata is left out. */
export function canonical(value: unknown): string {
  return JSON.stringify(toJson(value));
}

/** Canonical JSON that was parsed, as text again: the same text. */
export function canonicalAgain(json: unknown): string {
  return JSON.stringify(sorted(json));
}

/** SHA-256, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return { $bigint: value.toString() };
  return typeof value === 'object' ? objectToJson(value) : null;
}

function objectToJson(value: object): Json {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(toJson);
  const entries = Object.entries(value)
    .filter(([key, member]) => key !== '$metadata' && member !== undefined)
    .map(([key, member]): [string, Json] => [escapeKey(key), toJson(member)]);
  return inOrder(entries);
}

function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  return inOrder(Object.entries(json).map(([key, member]) => [key, sorted(member)]));
}

function inOrder<V>(entries: readonly (readonly [string, V])[]): { readonly [key: string]: V } {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function escapeKey(key: string): string {
  return key.startsWith('$') ? `$${key}` : key;
}

/** Parses canonical JSON back to what the SDK gave. The text's hash must have been checked: it vouches for the type. */
export function revive<T>(text: string): T {
  const value: T = JSON.parse(text, reviveMember);
  return value;
}

function reviveMember(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value && typeof value.$date === 'string') return new Date(value.$date);
  if ('$bytes' in value && typeof value.$bytes === 'string') {
    return new Uint8Array(Buffer.from(value.$bytes, 'base64'));
  }
  if ('$bigint' in value && typeof value.$bigint === 'string') return BigInt(value.$bigint);
  if (Array.isArray(value) || !Object.keys(value).some((key) => key.startsWith('$$'))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.replace(/^\$\$/, '$'), member]),
  );
}
