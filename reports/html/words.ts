/** What the report calls things. Each outcome has a sign beside its word, so that colour is never the only signal. */
import {
  type ControlLine,
  type Outcome,
  outcomes,
  type Owner,
  type PartRead,
  type ResponsibilityLine,
  type ResponsibilityStatus,
} from '../../src/report/model.ts';

export const outcomeWords: Readonly<
  Record<Outcome, { readonly word: string; readonly sign: string }>
> = {
  fail: { word: 'Fail', sign: '✕' },
  unknown: { word: 'Unknown', sign: '?' },
  manual: { word: 'Manual', sign: '☐' },
  pass: { word: 'Pass', sign: '✓' },
  'not-applicable': { word: 'Not applicable', sign: '–' },
  'out-of-scope': { word: 'Out of scope', sign: '○' },
};

export const ownerWords: Readonly<Record<Owner, string>> = {
  customer: 'Customer',
  aws: 'AWS',
  organization: 'Organisation',
};

export const dutyWords: Readonly<Record<ResponsibilityLine['owner'], string>> = {
  aws: 'AWS',
  customer: 'Customer',
  shared: 'Shared',
};

export const statusWords: Readonly<Record<ResponsibilityStatus, string>> = {
  'out-of-scope': 'out of scope',
  assessed: 'assessed',
  'partly-assessed': 'assessed in part',
  'nothing-to-assess': 'nothing to assess',
  'not-assessed': 'not assessed',
  unknown: 'unknown',
  attestation: 'to be attested',
};

/** How a check stands to a control; the glossary says what follows from it. */
export const relationWords: Readonly<Record<ControlLine['checks'][number]['relation'], string>> = {
  equal: 'equal',
  'subset-of': 'a part',
  'superset-of': 'more',
  'intersects-with': 'in part',
};

/** Of a whole number: 12,345. By hand, since browsers take long to load what Intl.NumberFormat needs. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 check`, `2 checks`. */
export function plural(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2026-11-22 15:41:07 UTC`, from ISO 8601 in UTC. */
export function time(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/** `3 fail, 1 unknown, 40 pass`; empty where there is nothing to count. */
export function tally(counts: Readonly<Partial<Record<Outcome, number>>>): string {
  return outcomes
    .flatMap((outcome) => {
      const count = counts[outcome] ?? 0;
      return count > 0 ? [`${number(count)} ${outcomeWords[outcome].word.toLowerCase()}`] : [];
    })
    .join(', ');
}

const partStates: Readonly<Record<PartRead['state'], string>> = {
  read: 'read',
  nothing: 'nothing there to judge',
  unknown: 'not known in full',
  'not-asked': 'not asked for in full',
};

/** Where nothing of the line is unread, what is open is what its checks leave to a person. */
export function partWords(
  state: PartRead['state'],
  { unknown = 0, manual = 0 }: ResponsibilityLine['counts'],
): string {
  if (state !== 'unknown' || unknown > 0 || manual === 0) return partStates[state];
  return manual === 1 ? 'one answer is left to a person' : 'answers are left to a person';
}
