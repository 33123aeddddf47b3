/** What a scan of the active Regions leaves out: lists of what is known not to be there, and all that rests on them. */
import { CannotTell, type Source } from '../observe/observed.ts';
import { type Collector, collectorOf, type Gathered, type Needs } from './collector.ts';
import type { RecordedType } from './recorded-types.ts';

export interface Leaving<T = unknown> {
  /** What tells of each Region; it has ended there before anything may be left out. */
  readonly by: Collector<T>;
  /** The types of which, by what was told, there is nothing in a Region that is not active; none of any other Region. */
  absent(told: T): Absent;
}

export interface Absent {
  readonly types: ReadonlySet<RecordedType>;
  /** The calls that tell so. */
  readonly sources: readonly Source[];
}

/** Whether the collector may be left out in some Region. */
export function mayBeLeftOut(collector: Collector<unknown>): boolean {
  if (collector.scope === 'global') return false;
  return collector.recordedAs.length > 0 || regionalNeeds(collector.needs).some(mayBeLeftOut);
}

/** Whether the collector lists only what is absent, or needs one in the same Region that does. */
export function isLeftOut(collector: Collector<unknown>, types: Absent['types']): boolean {
  if (collector.scope === 'global' || types.size === 0) return false;
  const { recordedAs, needs } = collector;
  if (recordedAs.length > 0 && recordedAs.every((type) => types.has(type))) return true;
  return regionalNeeds(needs).some((need) => isLeftOut(need, types));
}

/** What is absent in a Region; nothing where that could not be told. */
export function absentIn<T>(
  { by, absent }: Leaving<T>,
  gathered: Gathered,
  region: string,
): Absent {
  try {
    return absent(gathered.get(by, region));
  } catch (error) {
    if (error instanceof CannotTell) return { types: new Set(), sources: [] };
    throw error;
  }
}

/** The Regions in which one who needs these is left out, since one of them is: there it has not all that it needs. */
export function leftOutOf(
  needs: Needs,
  gathered: Pick<Gathered, 'leftOut'>,
): ReadonlyMap<string, readonly Source[]> {
  return new Map(regionalNeeds(needs).flatMap((need) => [...gathered.leftOut(need)]));
}

/** Those that are needed in the Region at hand. */
function regionalNeeds(needs: Needs): readonly Collector<unknown>[] {
  return Object.values(needs).flatMap((need) =>
    'everyRegion' in need || 'scannedRegions' in need || need.scope === 'global'
      ? []
      : [collectorOf(need)],
  );
}
