/** The Regions of the scope of which nothing was read: of a closed one no finding tells, so the headline does. */
import type { ReportHead } from '../src/report/model.ts';

type Told = Pick<ReportHead, 'coverage' | 'scan'>;

/** Regions that are named in a sentence; more are counted. */
const mostNamed = 3;

/** "sa-east-1", "eu-west-1 and sa-east-1", "12 regions"; undefined where something was read of each. */
export function unreadWords(report: Told): string | undefined {
  const regions = unreadRegions(report);
  const last = regions.at(-1);
  if (last === undefined) return undefined;
  if (regions.length > mostNamed) return `${regions.length} regions`;
  return [regions.slice(0, -1).join(', '), last].filter((part) => part !== '').join(' and ');
}

/** By name: each was lost as a whole, and no call there was answered. */
function unreadRegions({ coverage, scan }: Told): readonly string[] {
  const lost = coverage.gaps.flatMap(({ service, regions }) => (service === '*' ? regions : []));
  return [...new Set(lost)].filter((region) => !scan.regions.includes(region)).toSorted();
}
