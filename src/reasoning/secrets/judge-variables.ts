/** How the checks of environment variables judge what was found in them. */
import { fail, pass, type Verdict } from '../../judge/verdict.ts';
import type { FoundSecrets } from './detect.ts';
import { describeSecrets, withoutExcused } from './excuse.ts';

/**
 * @param found null where there are no variables
 * @param excused patterns of names and kinds that hold no secret
 */
export function judgeVariables(
  found: readonly FoundSecrets[] | null,
  excused: readonly string[],
): Verdict {
  if (found === null) return pass('there are no environment variables');
  if (found.length === 0) return pass('nothing in the environment variables looks like a secret');
  const parts = withoutExcused(found, excused);
  if (parts.left.length > 0) {
    return fail(
      `the environment variables hold what looks like a secret: ${describeSecrets(parts.left)}`,
    );
  }
  return pass(
    'nothing else in the environment variables looks like a secret',
    `excused by what was set: ${describeSecrets(parts.excused)}`,
  );
}
