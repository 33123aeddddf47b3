import type { Interned } from '../../src/text/interned.ts';

/** A list that rows point into, and what of it the page was not told yet. */
export interface Growing<T> {
  place(value: T): number;
  readonly size: number;
  /** What is new since it was last asked. */
  takeNew(): readonly T[];
}

export function growing<T>({ place, entries }: Interned<T>): Growing<T> {
  let taken = 0;
  return {
    place,
    get size() {
      return entries.length;
    },
    takeNew: () => {
      const added = entries.slice(taken);
      taken = entries.length;
      return added;
    },
  };
}
