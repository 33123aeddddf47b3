/**
 * Answers as plain JSON, in one canonical form: keys sorted, absent members left out, dates and bytes tagged. The same
 * answer gives the same text, so its SHA-256 seals it and a replay revives it unchanged.
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

/** SHA-256, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      return { $bigint: value.toString() };
    case 'object':
      return objectToJson(value);
    default:
      return null;
  }
}

function objectToJson(value: object): Json {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(toJson);
  const entries = Object.entries(value)
    .filter(([key, member]) => key !== '$metadata' && member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, toJson(member)]);
  return Object.fromEntries(entries);
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
  return value;
}
