/** Puts rows in the order that the reader chose. Without one they stand as in the report: the gravest failures first. */
import { severities } from '../../../src/report/model.ts';
import { at } from './at.ts';
import { serviceOf, type Store } from './store.ts';

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
  const { ranks, rankOf } = ranking;
  const next = new Uint32Array(ranks + 1);
  for (const row of rows) next[rankOf(row) + 1] = at(next, rankOf(row) + 1) + 1;
  for (let rank = 1; rank <= ranks; rank += 1) next[rank] = at(next, rank) + at(next, rank - 1);
  const result = new Uint32Array(rows.length);
  for (const row of rows) {
    const place = at(next, rankOf(row));
    result[place] = row;
    next[rankOf(row)] = place + 1;
  }
  return result;
}

interface Ranking {
  readonly ranks: number;
  rankOf(row: number): number;
}

function by(column: Uint32Array, texts: readonly string[]): Ranking {
  const ranks = ranksOf(texts);
  return { ranks: texts.length, rankOf: (row) => at(ranks, at(column, row)) };
}

function rankingOf(store: Store, order: string): Ranking | undefined {
  const { columns } = store;
  switch (order) {
    case 'severity':
      return { ranks: severities.length, rankOf: (row) => at(columns.severity, row) };
    case 'resource':
      return by(columns.resource, store.names);
    case 'region':
      return by(columns.region, store.regions);
    case 'check':
      return by(
        columns.check,
        store.checks.map(({ id }) => id),
      );
    case 'service': {
      const names = [...new Set(store.checks.map(({ service }) => service)), ...store.services];
      const ranks = new Map(names.toSorted().map((name, rank) => [name, rank]));
      return { ranks: names.length, rankOf: (row) => ranks.get(serviceOf(store, row)) ?? 0 };
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
