/** What a report says of Regions that were lost as a whole: of a closed one no finding tells. */
import type { Check } from '../judge/check.ts';
import type { Coverage, Gap, ReportHead } from './model.ts';

/** Regions of the scope of which nothing was read, by name: each was lost as a whole, and no call there was answered. */
export function unreadRegions({
  coverage,
  scan,
}: Pick<ReportHead, 'coverage' | 'scan'>): readonly string[] {
  const lost = coverage.gaps.filter(isOfWholeRegions).flatMap(({ regions }) => regions);
  return [...new Set(lost)].filter((region) => !scan.regions.includes(region)).toSorted();
}

/** Checks of what stands in each Region that lack one of the scope: what they say elsewhere is not all. */
export function checksShortOfRegions(
  { gaps }: Pick<Coverage, 'gaps'>,
  checks: readonly Pick<Check, 'id' | 'evaluates'>[],
): ReadonlySet<string> {
  const touched = new Set(gaps.filter(isOfWholeRegions).flatMap((gap) => gap.checks));
  const short = checks.filter(({ evaluates }) => evaluates.scope === 'regional');
  return new Set(short.flatMap(({ id }) => (touched.has(id) ? [id] : [])));
}

function isOfWholeRegions({ service }: Gap): boolean {
  return service === '*';
}

/** Regions that are named in a sentence; more are counted. */
const mostNamed = 3;

/** "sa-east-1", "eu-west-1 and sa-east-1", "12 regions"; undefined where something was read of each. */
export function unreadWords(report: Pick<ReportHead, 'coverage' | 'scan'>): string | undefined {
  const regions = unreadRegions(report);
  const last = regions.at(-1);
  if (last === undefined) return undefined;
  if (regions.length > mostNamed) return `${regions.length} regions`;
  return [regions.slice(0, -1).join(', '), last].filter((part) => part !== '').join(' and ');
}
