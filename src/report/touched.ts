/** The services of the matrix that a call without an answer was asked for: they are not "not looked for". */
import type { Check } from '../judge/check.ts';
import { allNeeds } from '../plan/plan.ts';
import type { Gap } from './model.ts';

export function servicesOfGaps(
  gaps: readonly Gap[],
  checks: readonly Check[],
): ReadonlySet<string> {
  const lost = new Set(gaps.map(({ service, operation }) => `${service}:${operation}`));
  const all = checks.flatMap((check) => allNeeds(check));
  const touched = all.filter(({ id, service, calls }) =>
    [`${service}:${id}`, ...calls.map((call) => `${call.service}:${call.name}`)].some((name) =>
      lost.has(name),
    ),
  );
  return new Set(touched.map(({ service }) => service));
}
