/**
 * Finds the items of a list by a key, in an index that is made once: a check of n resources against a list of m takes
 * n + m steps, not n times m.
 */
import {
  CannotTell,
  type Cause,
  type Listing,
  type Read,
  startReading,
} from '../observe/observed.ts';

/** The part of a list that bears one of the keys: as a list, with all that keeps the whole from being known. */
export interface Lookup<R> {
  (listing: Listing<R>, ...keys: readonly string[]): Listing<R>;
}

/**
 * Declares how the items of a kind of list are looked up. What is found is a list for `read.some`, `read.find` and
 * `read.matching`: an item that is there decides, with the pages that showed it; that there is none rests on every page
 * of the list, and cannot be told where the list has gaps or an item's keys could not be read.
 *
 * @param keysOf the keys of an item, any number of them
 */
export function lookupBy<R>(
  keysOf: (item: R, read: Read) => string | readonly string[],
): Lookup<R> {
  // By list, so that all who look something up in it share the index, and it goes when the list goes.
  const indexes = new WeakMap<Listing<R>, Index<R>>();
  return (listing, ...keys) => {
    const known = indexes.get(listing);
    const index = known ?? indexOf(listing, keysOf);
    if (!known) indexes.set(listing, index);
    return { items: index.find(keys), gaps: index.gaps, sources: index.sources };
  };
}

interface Index<R> extends Omit<Listing<R>, 'items'> {
  /** In the order of the list. */
  find(keys: readonly string[]): readonly R[];
}

function indexOf<R>(
  listing: Listing<R>,
  keysOf: (item: R, read: Read) => string | readonly string[],
): Index<R> {
  const { read, sources } = startReading();
  const places = new Map<string, number[]>();
  const gaps: Cause[] = [...listing.gaps];
  for (const [place, item] of listing.items.entries()) {
    try {
      for (const key of new Set([keysOf(item, read)].flat())) {
        const known = places.get(key);
        if (known) known.push(place);
        else places.set(key, [place]);
      }
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
      gaps.push(...error.causes);
    }
  }
  const itemsAt = (found: readonly number[]) =>
    found.flatMap((place) => listing.items.slice(place, place + 1));
  return {
    gaps,
    sources: [...new Set([...listing.sources, ...sources])],
    find: (keys) => {
      const [only = '', ...more] = keys;
      if (more.length === 0) return itemsAt(places.get(only) ?? []);
      const found = new Set(keys.flatMap((key) => places.get(key) ?? []));
      return itemsAt([...found].toSorted((a, b) => a - b));
    },
  };
}
