import { nearest } from './nearest.ts';
import { cutEnd } from './wrap.ts';

/** An error that the user can mend: one line that says what is wrong, where, and what to write instead. Exit code 2. */
export class UserError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
  }
}

/** "unknown X. Did you mean A or B?", or where to find the names. */
export function unknownName(
  kind: string,
  name: string,
  known: readonly string[],
  list: string,
): UserError {
  const near = nearest(name, known);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : list;
  return new UserError(`unknown ${kind} "${cutEnd(name, 80)}". ${hint}`);
}
