/** Lists out of several answers: of one question that is asked of each of many, or in parts. */
import {
  type Cause,
  type Listed,
  type Listing,
  Observed,
  pagesOf,
  type Source,
} from '../observe/observed.ts';

/** The lists as one, with the gaps of each. */
export function joinListings<R>(listings: readonly Listing<R>[]): Listing<R> {
  return {
    items: listings.flatMap(({ items }) => items),
    gaps: listings.flatMap(({ gaps }) => gaps),
    sources: listings.flatMap(({ sources }) => sources),
  };
}

/** Items of a call each, as a list: one that could not be read is a gap, and null is none. */
export function listingOfEach<R extends object>(
  answers: readonly Observed<R | null>[],
): Listing<R & Listed> {
  const items: (R & Listed)[] = [];
  const gaps: Cause[] = [];
  const sources: Source[] = [];
  for (const answer of answers) {
    const state = Observed.open(answer);
    if (!state.known) {
      gaps.push(...state.causes);
      continue;
    }
    if (state.value !== null) items.push({ ...state.value, listed: state.sources });
    sources.push(...state.sources);
  }
  return { items, gaps, sources };
}

/** The list with the calls that led to it: a verdict on an item rests on these too. */
export function reachedBy<R extends object>(
  pages: readonly Source[],
  listing: Listing<R>,
): Listing<R & Listed> {
  const { items, sources } = listing;
  return {
    ...listing,
    items: items.map((item) => ({ ...item, listed: [...pages, ...pagesOf(item, sources)] })),
  };
}

/** The list in parts of at most `size`, as operations take them that answer for several at once. */
export function inBatches<R>(items: readonly R[], size: number): readonly (readonly R[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, part) => items.slice(part * size, (part + 1) * size));
}
