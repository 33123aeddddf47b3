/**
 * Three-valued logic. A condition is true, false, or throws `CannotTell`. `any` and `all` decide wherever the known
 * values decide: one true makes `any` true and one false makes `all` false, whatever else could not be read.
 */
import { CannotTell, type Cause } from './observed.ts';
import { fail, pass, type Verdict } from '../judge/check.ts';

export type Condition = () => boolean;

/** True when one condition is true; false when all are false; else cannot tell. */
export function any(...conditions: readonly Condition[]): boolean {
  return decide(conditions, true);
}

/** False when one condition is false; true when all are true; else cannot tell. */
export function all(...conditions: readonly Condition[]): boolean {
  return decide(conditions, false);
}

/**
 * Fails with every reason whose condition holds. Passes, saying `otherwise`, when none does. Cannot tell when no
 * condition is known to hold and at least one could not be decided.
 */
export function failWhen(reasons: Readonly<Record<string, Condition>>, otherwise: string): Verdict {
  const holding: string[] = [];
  const causes: Cause[] = [];
  for (const [reason, condition] of Object.entries(reasons)) {
    const truth = settle(condition, causes);
    if (truth === true) holding.push(reason);
  }
  if (holding.length > 0) return fail(...holding);
  if (causes.length > 0) throw new CannotTell(causes);
  return pass(otherwise);
}

function decide(conditions: readonly Condition[], deciding: boolean): boolean {
  const causes: Cause[] = [];
  for (const condition of conditions) {
    if (settle(condition, causes) === deciding) return deciding;
  }
  if (causes.length > 0) throw new CannotTell(causes);
  return !deciding;
}

/** The condition's truth, or undefined with its causes added to `causes`. */
function settle(condition: Condition, causes: Cause[]): boolean | undefined {
  try {
    return condition();
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    causes.push(...error.causes);
    return undefined;
  }
}
