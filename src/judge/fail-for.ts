/** Verdicts whose reasons name what was found, such as dates. The companion of `failWhen`. */
import { fail, pass, type Verdict } from './check.ts';
import { CannotTell, type Cause } from '../observe/observed.ts';

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
