import { CannotTell } from '../../observe/observed.ts';

/** A value, or in words why it is not known. */
export type Attempt<T> = { readonly value: T } | { readonly doubt: string };

/** Asks for a fact that a verdict tells of, but does not rest on. */
export function attempt<T>(ask: () => T): Attempt<T> {
  try {
    return { value: ask() };
  } catch (error) {
    if (error instanceof CannotTell) return { doubt: error.message };
    throw error;
  }
}
