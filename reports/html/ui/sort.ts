/** Puts rows in the order that the reader chose. Without one they stand as in the report: the gravest failures first. */
import { severities } from '../../../src/report/model.ts';
import { at } from './at.ts';
import { distribute, tally } from './passes.ts';
import { servicesOf } from './services.ts';
import type { Store } from './store.ts';

/** What the reader may sort by, and how the choice is called. */
export const orders: readonly (readonly [string, string])[] = [
  ['severity', 'Severity'],
  ['resource', 'Resource'],
  ['region', 'Region'],
  ['check', 'Check'],
  ['service', 'Service'],
];

/** Rows of one rank keep their order. */
export function sorted(store: Store, rows: Uint32Array, order: string): Uint32Array {
  const ranking = rankingOf(store, order);
  if (ranking === undefined) return rows;
  const [column, ranks] = ranking;
  // The rows of a value begin where those of the values before it in rank end.
  const counts = tally(rows, column, ranks.length);
  const byRank = new Uint32Array(ranks.length);
  for (const [value, rank] of ranks.entries()) byRank[rank] = value;
  const next = new Uint32Array(ranks.length);
  let from = 0;
  for (const value of byRank) {
    next[value] = from;
    from += at(counts, value);
  }
  return distribute(rows, column, next);
}

/** Makes ready what takes the longest. */
export function prepareOrder({ names }: Store): void {
  ranksOf(names);
}

/** A column, and the rank of each of its values. */
type Ranking = readonly [column: Uint32Array, ranks: Uint32Array];

function rankingOf(store: Store, order: string): Ranking | undefined {
  const { columns, names, regions } = store;
  switch (order) {
    case 'severity':
      return [columns.severity, Uint32Array.from(severities.keys())];
    case 'resource':
      return [columns.resource, ranksOf(names)];
    case 'region':
      return [columns.region, ranksOf(regions)];
    case 'check':
      return [columns.check, ranksOf(store.checks.map(({ id }) => id))];
    case 'service': {
      const { ids, column } = servicesOf(store);
      return [column, ranksOf(ids)];
    }
    default:
      return undefined;
  }
}

const known = new WeakMap<readonly string[], Uint32Array>();

/** The rank of each text among all; made once for a list. */
function ranksOf(texts: readonly string[]): Uint32Array {
  const there = known.get(texts);
  if (there?.length === texts.length) return there;
  const places = texts.map((_, place) => place);
  places.sort((a, b) => (at(texts, a) < at(texts, b) ? -1 : 1));
  const ranks = new Uint32Array(texts.length);
  for (const [rank, place] of places.entries()) ranks[place] = rank;
  known.set(texts, ranks);
  return ranks;
}
