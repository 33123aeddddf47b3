/** Whether a scan read every Region that the account has: what "nowhere in the account" rests on. */
import type { Place } from '../aws/reads.ts';
import { type Cause, Observed } from '../observe/observed.ts';

/** Known where each Region that the account has is one of the scan's. */
export function allRegionsOf({
  regions,
  regionStates,
}: Pick<Place, 'regions' | 'regionStates'>): Observed<true> {
  const states = Observed.open(regionStates);
  if (!states.known) return Observed.unreadable(...states.causes);
  const leftOut = states.value
    .filter(({ region, enabled }) => enabled && !regions.includes(region))
    .map(({ region }) => region);
  const known = Observed.knownBy<true>(states.sources, true);
  return leftOut.length === 0
    ? known
    : notRead(known, `left out of this scan: ${leftOut.join(', ')}`);
}

/** Unreadable, if it is known at all: the account has Regions of which nothing was read. */
export function notRead(allRegions: Observed<true>, which: string): Observed<true> {
  const state = Observed.open(allRegions);
  if (!state.known) return allRegions;
  const detail = `the account has Regions that were not read; ${which}`;
  return Observed.unreadable(
    ...state.sources.map((source): Cause => ({ reason: 'left-out', detail, source })),
  );
}
