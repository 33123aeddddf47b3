/** Whether a lifecycle configuration is at work in a bucket, for the checks that ask for one. */
import { fail, notApplicable, pass, type Verdict } from '../judge/verdict.ts';
import { ifKnown } from '../observe/if-known.ts';
import { any } from '../observe/logic.ts';
import type { Observed, Read } from '../observe/observed.ts';

/**
 * Passes with one enabled rule. A bucket with MFA delete is not judged: S3 takes no lifecycle configuration while that is on
 * (Amazon S3 user guide, "Configuring MFA delete").
 *
 * @param rules of each rule whether it is enabled; none where there is no configuration
 */
export function judgeLifecycle(
  read: Read,
  versioning: Observed<{ readonly mfaDelete: boolean }>,
  rules: Observed<readonly Observed<boolean>[]>,
): Verdict {
  const all = read(rules);
  if (any(...all.map((isEnabled) => () => read(isEnabled)))) {
    return pass('a rule of the lifecycle configuration is enabled');
  }
  if (all.length > 0) return fail('every rule of the lifecycle configuration is disabled');
  if (ifKnown(() => read(versioning).mfaDelete)) {
    return notApplicable('MFA delete is on, which rules a lifecycle configuration out');
  }
  return fail('there is no lifecycle configuration');
}
