/** The way into what was told: reading what was not throws, and makes a judgement unknown. */
import type { Told, Untold } from './reading.ts';

class NotTold extends Error {
  readonly untold: Untold;

  constructor(untold: Untold) {
    super(untold.cause);
    this.name = 'NotTold';
    this.untold = untold;
  }
}

/** The value. Throws where there is none; `ifTold` catches it. */
export function read<T>(told: Told<T>): T {
  if ('value' in told) return told.value;
  throw new NotTold(told);
}

/** What the reasoning comes to, or what it lacks. */
export function ifTold<T>(reason: () => T): Told<T> {
  try {
    return { value: reason() };
  } catch (error) {
    if (error instanceof NotTold) return error.untold;
    throw error;
  }
}
