import { derive, type Listing, Observed, type Read } from '../observe/observed.ts';

/**
 * A list that is empty, or that no verdict could rest on, where other answers say so: then nobody asks for it, and it rests on
 * those answers. Where they do not say, or could not be read, it is asked for.
 *
 * @param isWanted whether there may be something to list, by those answers
 */
export async function listWhere<R>(
  isWanted: (read: Read) => boolean,
  ask: () => Promise<Listing<R>>,
): Promise<Listing<R>> {
  const wanted = Observed.open(derive(isWanted));
  if (wanted.known && !wanted.value) return { items: [], gaps: [], sources: wanted.sources };
  return ask();
}

/** Whether the list has an item; false only where it is known to have none. */
export function hasAny(listing: Listing<unknown>): (read: Read) => boolean {
  return (read) => read.some(listing, () => true);
}
