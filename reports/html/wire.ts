/**
 * How findings and calls stand in the page: lines of JSON, compressed. A line holds a block of rows column by column,
 * and whatever repeats is a number that points into a list. The lists grow from block to block, so that neither side
 * ever holds the whole as one text. 100,000 findings take about 1 MB so, instead of 36 MB.
 */
import type { CallLine, CheckLine, Finding } from '../../src/report/model.ts';

export type Line = HeadLine | FindingsLine | CallsLine;

export interface HeadLine {
  readonly kind: 'head';
  /** Rows to come, so that a damaged file is noticed. */
  readonly findings: number;
  readonly calls: number;
  readonly checks: readonly CheckLine[];
}

/** New entries of the lists; rows of this block and later ones point to them by their place. */
export interface Lists {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly types: readonly string[];
  /** Columns of the resources: ARN, name (a number is the length of the ARN's end that it equals), place of the type. */
  readonly arns: readonly string[];
  readonly names: readonly (string | number)[];
  readonly typeOf: readonly number[];
  readonly reasons: readonly (readonly string[])[];
  /** Places in the list of calls; an id that is not among the calls stands as it is. */
  readonly evidence: readonly (readonly (number | string)[])[];
}

export interface FindingsLine {
  readonly kind: 'findings';
  readonly lists: Lists;
  readonly id: readonly string[];
  /** Place in `checks`. */
  readonly check: readonly number[];
  /** Places in `outcomes`, `severities` and `owners` of the report model. */
  readonly outcome: readonly number[];
  readonly severity: readonly number[];
  readonly owner: readonly number[];
  readonly account: readonly number[];
  readonly region: readonly number[];
  readonly resource: readonly number[];
  readonly reasons: readonly number[];
  readonly evidence: readonly number[];
  /** Rows of the block that are latent or muted. */
  readonly latent: readonly number[];
  readonly muted: readonly (readonly [row: number, muted: NonNullable<Finding['muted']>])[];
}

/** The members of a call, each as a column. */
export type CallsLine = { readonly kind: 'calls' } & {
  readonly [K in keyof CallColumns]: readonly CallColumns[K][];
};

export interface CallColumns extends Omit<CallLine, 'input' | 'error'> {
  readonly input: NonNullable<CallLine['input']> | null;
  readonly error: NonNullable<CallLine['error']> | null;
}
