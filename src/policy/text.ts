import { printable } from '../text/printable.ts';
import { cutEnd } from '../text/wrap.ts';

/** A name out of a policy for a reason: a hostile Sid can neither forge lines of a report nor flood it. */
export function shortName(name: string): string {
  return cutEnd(printable(name), 64);
}

/** Joins names for a reason; of long lists only the first few are named. */
export function listed(values: readonly string[], most = 5): string {
  const shown = values.slice(0, most).map(shortName).join(', ');
  const rest = values.length - most;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** Puts explanations, printable already, behind a reason; at most three. */
export function clauses(explanations: readonly string[]): string {
  return explanations.length > 0 ? `; ${explanations.slice(0, 3).join('; ')}` : '';
}

/** Names a statement for a reason by its place (from 1) and, where it has one, its Sid. */
export function statementLabel(statement: { index: number; sid: string | undefined }): string {
  const place = `statement ${statement.index}`;
  return statement.sid === undefined ? place : `${place} (Sid ${shortName(statement.sid)})`;
}
