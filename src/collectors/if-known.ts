import { Observed, type Read } from '../observed.ts';

/** The value where it could be read: for the words of a verdict that stands without it, never for the verdict. */
export function ifKnown<T>(read: Read, observed: Observed<T>): T | undefined {
  return Observed.open(observed).known ? read(observed) : undefined;
}
