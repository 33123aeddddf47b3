/** The checks that lack a Region: of a closed one no finding tells. */
import type { Check } from '../judge/check.ts';
import type { Coverage } from './model.ts';

/** Checks of what stands in each Region that lack one of the scope, lost as a whole: what they say elsewhere is not all. */
export function checksShortOfRegions(
  { gaps }: Pick<Coverage, 'gaps'>,
  checks: readonly Pick<Check, 'id' | 'evaluates'>[],
): ReadonlySet<string> {
  const ofWholeRegions = gaps.filter(({ service }) => service === '*');
  const touched = new Set(ofWholeRegions.flatMap((gap) => gap.checks));
  const regional = checks.filter(({ evaluates }) => evaluates.scope === 'regional');
  return new Set(regional.flatMap(({ id }) => (touched.has(id) ? [id] : [])));
}
