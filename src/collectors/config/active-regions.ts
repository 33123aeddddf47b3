/** Which Regions are active, and what is left out of a scan of these in the others. */
import type { Gathered } from '../../collect/collector.ts';
import type { Leaving } from '../../collect/leaving.ts';
import { CannotTell, Observed, type Source } from '../../observe/observed.ts';
import { type Activity, activityOf, type Inventory } from '../../reasoning/activity.ts';
import { inventory } from './inventory.ts';

/** Leaves out what AWS Config counts none of, where it counts nothing deployed. */
export const leaving: Leaving<Observed<Inventory>> = {
  by: inventory,
  absent: (told) => {
    const activity = activityOf(told);
    const state = Observed.open(told);
    return activity.state === 'not-active' && state.known
      ? { types: activity.absent, sources: state.sources }
      : { types: new Set(), sources: [] };
  },
};

/** Whether a Region is active, and the calls that say so: those of the count only where one was given. */
export function activityOfRegion(
  region: string,
  gathered: Gathered,
): {
  readonly activity: Activity;
  readonly isCounted: boolean;
  readonly sources: readonly Source[];
} {
  const told = toldIn(region, gathered);
  const state = Observed.open(told);
  return {
    activity: activityOf(told),
    isCounted: state.known && 'counts' in state.value,
    sources: state.known ? state.sources : state.causes.map(({ source }) => source),
  };
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
