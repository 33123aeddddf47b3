const MAX_LENGTH = 64;

/**
 * Makes a name out of a policy safe to print in a report: characters outside printable ASCII become `?` and more than
 * 64 characters are cut, so that a hostile Sid can neither forge lines of a report nor flood it.
 */
export function printable(value: string): string {
  const clean = value.replace(/[^\x20-\x7e]/g, '?');
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 3)}...` : clean;
}

/** Joins names for a reason; of long lists only the first few are named. */
export function listed(values: readonly string[], most = 5): string {
  const shown = values.slice(0, most).map(printable).join(', ');
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
  return statement.sid === undefined ? place : `${place} (Sid ${printable(statement.sid)})`;
}
