/** Runs the collectors of a plan: the only step that touches AWS. */
import type { Caller } from '../aws/caller.ts';
import type { Place } from '../aws/reads.ts';
import { allRegionsOf } from './all-regions.ts';
import { CannotTell, type Cause, type Source } from '../observe/observed.ts';
import { wordsOfFault } from '../observe/own-fault.ts';
import { type Collector, collectorOf, type Gathered, type Need } from './collector.ts';
import { absentIn, isLeftOut, type Leaving, mayBeLeftOut } from './leaving.ts';
import { longestFirst } from './order.ts';

/** Told as the collectors of a service end, for the progress line. */
export interface Progress {
  (service: string, done: number, of: number): void;
}

/** What a collector gave in one place, or why it gave nothing. */
type Result<T> = { readonly value: T } | { readonly causes: readonly Cause[] };

/** The results of one collector, by place: a Region, or `global`. Those of places where it has not ended are not there. */
interface Slot<out T> {
  readonly collector: Collector<T>;
  readonly places: readonly string[];
  readonly results: ReadonlyMap<string, Result<T>>;
  /** Places where it was not asked, with the calls that tell why. */
  readonly leftOut: ReadonlyMap<string, readonly Source[]>;
}

/** A collector at work: it ends in each place by itself. */
interface Work {
  readonly ends: ReadonlyMap<string, Promise<void>>;
}

/**
 * Gathers everything, each collector in each Region as soon as what it needs there is there: a slow Region keeps no
 * other waiting. A collector that breaks leaves the reason in place of its result; nothing stops the others.
 *
 * @param leaving what to leave out where it is known to find nothing; the collector that tells so is one of the collectors
 */
export async function collect(
  collectors: readonly Collector<unknown>[],
  caller: Caller,
  place: Omit<Place, 'region'>,
  progress: Progress = () => undefined,
  leaving?: Leaving,
): Promise<Gathered> {
  const works = new Map<Collector<unknown>, Work>();
  const slots = new Map<Collector<unknown>, Slot<unknown>>();
  const gone = new Map<string, Cause>();
  const gathered = gatheredFrom(slots, gone, allRegionsOf(place));
  const tally = tallyOf(collectors);

  const start = <T>(collector: Collector<T>): Work => {
    const places = collector.scope === 'global' ? ['global'] : place.regions;
    const results = new Map<string, Result<T>>();
    const leftOut = new Map<string, readonly Source[]>();
    slots.set(collector, { collector, places, results, leftOut });
    const gather = async (region: string): Promise<void> => {
      if (leaving && mayBeLeftOut(collector)) {
        await endOf(leaving.by, region);
        const { types, sources } = absentIn(leaving, gathered, region);
        if (isLeftOut(collector, types)) {
          leftOut.set(region, sources);
          return;
        }
      }
      await Promise.all(Object.values(collector.needs).map((need) => endOf(need, region)));
      const aws = { ...place, region, ...caller.readsFor(collector, region) };
      try {
        const value = await collector.gather(aws, gathered);
        if (knowsGone(value)) for (const [arn, cause] of value.gone) gone.set(arn, cause);
        results.set(region, { value });
      } catch (error) {
        results.set(region, { causes: causesOf(error, collector, region, caller) });
      }
    };
    return { ends: new Map(places.map((region) => [region, gather(region)])) };
  };

  /** Started when it is first needed, or when its turn comes. */
  const workOf = (collector: Collector<unknown>): Work => {
    const known = works.get(collector);
    if (known) return known;
    const work = start(collector);
    works.set(collector, work);
    return work;
  };

  /** Ends when the need is there for the Region, or in every Region where that is what is needed. */
  const endOf = async (need: Need, region: string): Promise<void> => {
    const { ends } = workOf(collectorOf(need));
    if ('everyRegion' in need || 'scannedRegions' in need) await Promise.all(ends.values());
    else await ends.get(need.scope === 'global' ? 'global' : region);
  };

  const finish = async (collector: Collector<unknown>): Promise<void> => {
    await Promise.all(workOf(collector).ends.values());
    caller.ended(collector);
    const { done, of } = tally(collector.service);
    progress(collector.service, done, of);
  };

  await Promise.all(longestFirst(collectors).map(finish));
  return gathered;
}

function gatheredFrom(
  slots: ReadonlyMap<Collector<unknown>, Slot<unknown>>,
  gone: ReadonlyMap<string, Cause>,
  allRegions: Gathered['allRegions'],
): Gathered {
  const slotOf = <T>(collector: Collector<T>): Slot<T> => {
    const slot = slots.get(collector);
    if (!slot || !isSlotOf(slot, collector)) throw new Error(`${collector.id} was not gathered`);
    return slot;
  };
  const resultOf = <T>({ collector, results }: Slot<T>, region: string): T => {
    const result = results.get(region);
    if (!result) throw new Error(`${collector.id} was not gathered in ${region}`);
    return open(result);
  };
  return {
    get: (collector, region) => resultOf(slotOf(collector), region),
    everyRegion: (collector) => {
      const slot = slotOf(collector);
      const read = slot.places.filter((region) => !slot.leftOut.has(region));
      return new Map(read.map((region) => [region, resultOf(slot, region)]));
    },
    leftOut: (collector) => slotOf(collector).leftOut,
    allRegions,
    gone: (arn) => gone.get(arn),
  };
}

/** A slot made by a collector holds what that collector gives. */
function isSlotOf<T>(slot: Slot<unknown>, collector: Collector<T>): slot is Slot<T> {
  return slot.collector === collector;
}

function open<T>(result: Result<T>): T {
  if ('causes' in result) throw new CannotTell(result.causes);
  return result.value;
}

/** What `perResource` gives tells of the resources that turned out to be deleted. */
function knowsGone(value: unknown): value is { readonly gone: ReadonlyMap<string, Cause> } {
  return (
    typeof value === 'object' && value !== null && 'gone' in value && value.gone instanceof Map
  );
}

function causesOf(
  error: unknown,
  collector: Collector<unknown>,
  region: string,
  caller: Caller,
): readonly Cause[] {
  if (error instanceof CannotTell) return error.causes;
  const { id, service } = collector;
  const detail = `the collector itself failed: ${wordsOfFault(error)}`;
  caller.fault({ in: 'collector', id, service, region, detail });
  const regional = collector.scope === 'regional';
  const source = { id: `${id}@${region}`, service, operation: id, region, regional };
  return [{ reason: 'fault', detail, source }];
}

function tallyOf(collectors: readonly Collector<unknown>[]) {
  const done = new Map<string, number>();
  return (service: string) => {
    const count = (done.get(service) ?? 0) + 1;
    done.set(service, count);
    return { done: count, of: collectors.filter((each) => each.service === service).length };
  };
}
