/** Runs the collectors of a plan: the only step that touches AWS. */
import type { Caller } from '../aws/caller.ts';
import type { Place } from '../aws/reads.ts';
import type { Collector, Gathered, Need } from './collector.ts';
import { CannotTell, type Cause } from '../observe/observed.ts';

/** Told as the collectors of a service end, for the progress line. */
export interface Progress {
  (service: string, done: number, of: number): void;
}

/** What a collector gave in one place, or why it gave nothing. */
type Result<T> = { readonly value: T } | { readonly causes: readonly Cause[] };

/** The results of one collector, by place: a Region, or `global`. */
interface Slot<out T> {
  readonly collector: Collector<T>;
  readonly results: ReadonlyMap<string, Result<T>>;
}

/**
 * Gathers everything, each collector as soon as what it needs is there. A collector that breaks leaves the reason in
 * place of its result; nothing stops the others.
 */
export async function collect(
  collectors: readonly Collector<unknown>[],
  caller: Caller,
  place: Omit<Place, 'region'>,
  progress: Progress = () => undefined,
): Promise<Gathered> {
  const started = new Map<Collector<unknown>, Promise<Slot<unknown>>>();
  const slots = new Map<Collector<unknown>, Slot<unknown>>();
  const gathered = gatheredFrom(slots);
  const tally = tallyOf(collectors);

  const start = async <T>(collector: Collector<T>): Promise<Slot<T>> => {
    for (const need of Object.values(collector.needs)) await started.get(collectorOf(need));
    const places = collector.scope === 'global' ? ['global'] : place.regions;
    const results = await Promise.all(
      places.map(async (region): Promise<[string, Result<T>]> => {
        const aws = { ...place, region, ...caller.readsFor(collector, region) };
        try {
          return [region, { value: await collector.gather(aws, gathered) }];
        } catch (error) {
          return [region, { causes: causesOf(error, collector, region) }];
        }
      }),
    );
    const slot = { collector, results: new Map(results) };
    slots.set(collector, slot);
    const { done, of } = tally(collector.service);
    progress(collector.service, done, of);
    return slot;
  };

  for (const collector of collectors) started.set(collector, start(collector));
  await Promise.all(started.values());
  return gathered;
}

function gatheredFrom(slots: ReadonlyMap<Collector<unknown>, Slot<unknown>>): Gathered {
  const slotOf = <T>(collector: Collector<T>): Slot<T> => {
    const slot = slots.get(collector);
    if (!slot || !isSlotOf(slot, collector)) throw new Error(`${collector.id} was not gathered`);
    return slot;
  };
  return {
    get: (collector, region) => {
      const result = slotOf(collector).results.get(region);
      if (!result) throw new Error(`${collector.id} was not gathered in ${region}`);
      return open(result);
    },
    everyRegion: (collector) => {
      const results = [...slotOf(collector).results];
      return new Map(results.map(([region, result]) => [region, open(result)]));
    },
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

function collectorOf(need: Need): Collector<unknown> {
  return 'everyRegion' in need ? need.everyRegion : need;
}

function causesOf(error: unknown, collector: Collector<unknown>, region: string): readonly Cause[] {
  if (error instanceof CannotTell) return error.causes;
  const fault = error instanceof Error ? error.message : String(error);
  const { id, service } = collector;
  const regional = collector.scope === 'regional';
  const source = { id: `${id}@${region}`, service, operation: id, region, regional };
  return [{ reason: 'failed', detail: `the collector itself failed: ${fault}`, source }];
}

function tallyOf(collectors: readonly Collector<unknown>[]) {
  const done = new Map<string, number>();
  return (service: string) => {
    const count = (done.get(service) ?? 0) + 1;
    done.set(service, count);
    return { done: count, of: collectors.filter((each) => each.service === service).length };
  };
}
