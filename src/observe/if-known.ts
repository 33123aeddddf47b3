import { CannotTell } from './observed.ts';

/** The value, or undefined where it cannot be told: for facts that add to a verdict and do not decide it. */
export function ifKnown<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CannotTell) return undefined;
    throw error;
  }
}
