/** A scan of the active Regions: what it asks AWS Config, what it leaves out, and how that is told. */
import { type Leaving, leftOutOf, mayBeLeftOut } from '../collect/leaving.ts';
import type { Collector, Gathered } from '../collect/collector.ts';
import { inventory } from '../collectors/config/inventory.ts';
import type { Check } from '../judge/check.ts';
import { CannotTell, Observed } from '../observe/observed.ts';
import { plan } from '../plan/plan.ts';
import { activityOf, type Inventory } from '../reasoning/activity.ts';
import type { Activity, CallLine, RegionActivity } from '../report/model.ts';
import type { ScanRequest } from './request.ts';

const leaving: Leaving<Observed<Inventory>> = {
  by: inventory,
  absent: (told) => {
    const activity = activityOf(told);
    const state = Observed.open(told);
    return activity.state === 'not-active' && state.known
      ? { types: activity.absent, sources: state.sources }
      : { types: new Set(), sources: [] };
  },
};

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
  calls: readonly Pick<CallLine, 'id' | 'operation' | 'at'>[],
): Activity {
  const at = new Map(calls.map((call) => [call.id, call]));
  const lines = regions.map((region): RegionActivity => {
    const told = toldIn(region, gathered);
    const activity = activityOf(told);
    const state = Observed.open(told);
    const sources = state.known ? state.sources : state.causes.map(({ source }) => source);
    const counted = sources.flatMap(({ id, operation }) => {
      const call = at.get(id);
      return operation === 'GetDiscoveredResourceCounts' && call ? [call.at] : [];
    });
    const [countedAt] = state.known && 'counts' in state.value ? counted : [];
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

/** Where the collector itself broke, nothing was told: the gap says so. */
function toldIn(region: string, gathered: Gathered): Observed<Inventory> {
  try {
    return gathered.get(inventory, region);
  } catch (error) {
    if (error instanceof CannotTell) return Observed.unreadable(...error.causes);
    throw error;
  }
}
