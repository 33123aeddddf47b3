import type { Place } from '../aws/reads.ts';

/** A number of a check that decides what is worth asking: a collector asks no more than it needs to judge by it. */
export interface Limit {
  /** The check's id. */
  readonly check: string;
  /** The parameter that users set. */
  readonly parameter: string;
  /** The check's default. */
  readonly usual: number;
}

/** The number in force: what the user set, or the usual one. */
export function limitIn(params: Place['params'], { check, parameter, usual }: Limit): number {
  const set = params[check]?.[parameter];
  return typeof set === 'number' ? set : usual;
}
