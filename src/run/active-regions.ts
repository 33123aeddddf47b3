/** A scan of the active Regions: what it asks AWS Config, what it leaves out, and how that is told. */
import { leftOutOf, mayBeLeftOut } from '../collect/leaving.ts';
import type { Collector, Gathered } from '../collect/collector.ts';
import { activityOfRegion, leaving } from '../collectors/config/active-regions.ts';
import { inventory } from '../collectors/config/inventory.ts';
import { GetDiscoveredResourceCounts } from '../collectors/config/operations.ts';
import type { Check } from '../judge/check.ts';
import { plan } from '../plan/plan.ts';
import type { Activity, CallLine, RegionActivity } from '../report/model.ts';
import type { ScanRequest } from './request.ts';

/** How the scan leaves out what AWS Config counts none of; undefined where it was not asked to, or nothing may be left out. */
export function leavingOf({ checks, selection }: Pick<ScanRequest, 'checks' | 'selection'>) {
  if (!selection.activeRegions) return undefined;
  return plan(checks).collectors.some(mayBeLeftOut) ? leaving : undefined;
}

/** What is gathered for that beside what the checks need. */
export function collectorsOfActivity(
  request: Pick<ScanRequest, 'checks' | 'selection'>,
): readonly Collector<unknown>[] {
  return leavingOf(request) ? [inventory] : [];
}

/** What came of it in each Region, and which checks judged nothing where. */
export function activityIn(
  regions: readonly string[],
  checks: readonly Check[],
  gathered: Gathered,
  calls: readonly Pick<CallLine, 'id' | 'at'>[],
): Activity {
  const at = new Map(calls.map((call) => [call.id, call]));
  const lines = regions.map((region): RegionActivity => {
    const { activity, isCounted, sources } = activityOfRegion(region, gathered);
    const counted = sources.flatMap(({ id, operation }) => {
      const call = at.get(id);
      return operation === GetDiscoveredResourceCounts.name && call ? [call.at] : [];
    });
    const [countedAt] = isCounted ? counted : [];
    return {
      region,
      state: activity.state,
      because:
        activity.state === 'not-active' ? 'AWS Config counts nothing deployed' : activity.because,
      ...(countedAt === undefined ? {} : { countedAt }),
      evidence: [...new Set(sources.map(({ id }) => id))].filter((id) => at.has(id)),
    };
  });
  return { regions: lines, leftOut: leftOutChecks(regions, checks, gathered) };
}

/** Regions in which the same checks were left out stand together. */
function leftOutChecks(
  regions: readonly string[],
  checks: readonly Check[],
  gathered: Gathered,
): Activity['leftOut'] {
  const places = checks.map(({ id, evaluates, needs }) => ({
    id,
    regions: leftOutOf({ evaluates, ...needs }, gathered),
  }));
  const groups = new Map<string, { regions: string[]; checks: readonly string[] }>();
  for (const region of regions) {
    const left = places.flatMap((place) => (place.regions.has(region) ? [place.id] : []));
    if (left.length === 0) continue;
    const key = left.join('\n');
    const group = groups.get(key) ?? { regions: [], checks: left };
    groups.set(key, group);
    group.regions.push(region);
  }
  return [...groups.values()];
}
