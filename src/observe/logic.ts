/**
 * Three-valued logic. A condition is true, false, or throws `CannotTell`. `any` and `all` decide wherever the known
 * values decide: one true makes `any` true and one false makes `all` false, whatever else could not be read.
 */
import { CannotTell, type Cause, settle } from './observed.ts';

export type Condition = () => boolean;

/** True when one condition is true; false when all are false; else cannot tell. */
export function any(...conditions: readonly Condition[]): boolean {
  return decide(conditions, true);
}

/** False when one condition is false; true when all are true; else cannot tell. */
export function all(...conditions: readonly Condition[]): boolean {
  return decide(conditions, false);
}

function decide(conditions: readonly Condition[], deciding: boolean): boolean {
  const causes: Cause[] = [];
  for (const condition of conditions) {
    if (settle(condition, causes) === deciding) return deciding;
  }
  if (causes.length > 0) throw new CannotTell(causes);
  return !deciding;
}
