/** Findings as columns: for each row a number in each, most of them the place of a text or a list that is kept once. */
import { outcomes, severities } from '../judge/terms.ts';
import { type Column, createColumn } from './column.ts';
import type { Finding } from './model.ts';

export interface Columns {
  readonly check: Column;
  /** Places in `outcomes`, `severities` and `owners`. */
  readonly outcome: Column;
  readonly severity: Column;
  /** Why the severity is not that of the check. */
  readonly regraded: Column;
  readonly owner: Column;
  /** 1 for yes. */
  readonly latent: Column;
  readonly region: Column;
  /** The responsibility that is assessed. */
  readonly duty: Column;
  readonly kind: Column;
  readonly resource: Column;
  readonly reasons: Column;
  readonly evidence: Column;
  /** The place of the entry of the mute file, plus one; 0 for none. */
  readonly muted: Column;
}

/** What the columns point into. */
export interface Entries {
  readonly checks: readonly string[];
  readonly regions: readonly string[];
  readonly duties: readonly string[];
  /** The first is that of none; so with the reasons of severities. */
  readonly kinds: readonly string[];
  readonly regradings: readonly string[];
  readonly resources: readonly Finding['resource'][];
  readonly reasons: readonly (readonly string[])[];
  readonly evidence: readonly (readonly string[])[];
}

export function createColumns(): Columns {
  return {
    check: createColumn(2),
    outcome: createColumn(1),
    severity: createColumn(1),
    regraded: createColumn(4),
    owner: createColumn(1),
    latent: createColumn(1),
    region: createColumn(2),
    duty: createColumn(2),
    kind: createColumn(1),
    resource: createColumn(4),
    reasons: createColumn(4),
    evidence: createColumn(4),
    muted: createColumn(2),
  };
}

/** Smaller is graver: by outcome, then by severity. */
export function weightOf(outcome: number, severity: number): number {
  return outcome * severities.length + severity;
}

export const weights = outcomes.length * severities.length;

export function entryAt<T>(entries: readonly T[], place: number): T {
  const entry = entries[place];
  if (entry === undefined) throw new RangeError(`there is no entry ${place} of ${entries.length}`);
  return entry;
}
