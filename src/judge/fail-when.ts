/** Verdicts from several conditions, each of which may be unreadable: one known fault decides, whatever the others are. */
import type { Condition } from '../observe/logic.ts';
import { CannotTell, type Cause, settle } from '../observe/observed.ts';
import { fail, pass, type Verdict } from './verdict.ts';

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

/** Finds faults, each in words for the report. */
export type Finder = () => readonly string[];

/**
 * Fails with every fault that is found. Passes, saying `otherwise`, when all could look and none found any. Cannot tell
 * when none found any and at least one could not look.
 */
export function failFor(finders: readonly Finder[], otherwise: string): Verdict {
  const faults: string[] = [];
  const causes: Cause[] = [];
  for (const find of finders) {
    try {
      faults.push(...find());
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
      causes.push(...error.causes);
    }
  }
  if (faults.length > 0) return fail(...faults);
  if (causes.length > 0) throw new CannotTell(causes);
  return pass(otherwise);
}
