/** Puts rows in order, nearly without comparing any two: one pass for each thing that they are ordered by. */

/** What rows are ordered by: the rank of each, below `ranks`. */
export interface Ranking {
  readonly ranks: number;
  rankOf(row: number): number;
}

/**
 * The rows from 0 to `size`, by the first ranking; where that is the same by the second, and so on.
 *
 * @param decide compares two rows that every ranking takes for equal
 */
export function orderOf(
  size: number,
  rankings: readonly Ranking[],
  decide: (a: number, b: number) => number,
): Uint32Array {
  const asTheyStand = Uint32Array.from({ length: size }, (_, row) => row);
  const rows = rankings.toReversed().reduce(sortedBy, asTheyStand);
  const isTie = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && rankings.every(({ rankOf }) => rankOf(a) === rankOf(b));
  for (let start = 0, end = 1; start < size; start = end, end += 1) {
    while (isTie(rows[start], rows[end])) end += 1;
    if (end - start > 1) rows.subarray(start, end).sort(decide);
  }
  return rows;
}

/** Counting sort: rows of one rank keep their order. */
function sortedBy(rows: Uint32Array, { ranks, rankOf }: Ranking): Uint32Array {
  const next = new Uint32Array(ranks + 1);
  const add = (rank: number, count: number) => {
    next[rank] = (next[rank] ?? 0) + count;
  };
  for (const row of rows) add(rankOf(row) + 1, 1);
  for (let rank = 1; rank <= ranks; rank += 1) add(rank, next[rank - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const rank = rankOf(row);
    sorted[next[rank] ?? 0] = row;
    add(rank, 1);
  }
  return sorted;
}

/** The rank of each text among all: equal texts have the same. */
export function ranksOf(texts: readonly string[]): Uint32Array {
  const places = texts.map((_, place) => place);
  places.sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
  const ranks = new Uint32Array(texts.length);
  let rank = 0;
  let last: string | undefined;
  for (const place of places) {
    if (last !== undefined && texts[place] !== last) rank += 1;
    last = texts[place];
    ranks[place] = rank;
  }
  return ranks;
}

export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
