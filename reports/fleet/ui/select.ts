/** Which accounts are shown, and in which order. */
import type { Row } from '../wire.ts';
import { textOf } from './data.ts';

/** The orders that a reader may choose. */
export const orders = {
  worst: { sort: 'ascending' },
  account: { sort: 'ascending' },
  score: { sort: 'ascending' },
  gaps: { sort: 'descending' },
} as const;
export type Order = keyof typeof orders;

export interface Wanted {
  readonly text: string;
  /** A number of a standing; empty for all. */
  readonly standing: string;
  readonly scan: string;
  readonly failing: ((at: number) => boolean) | undefined;
  readonly order: Order;
}

export function select(rows: readonly Row[], wanted: Wanted): readonly Row[] {
  const words = wanted.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = rows.filter((row, at) => {
    const [, , standing, partial] = row;
    if (wanted.standing !== '' && String(standing) !== wanted.standing) return false;
    if (wanted.scan !== '' && String(partial) !== wanted.scan) return false;
    if (wanted.failing !== undefined && !wanted.failing(at)) return false;
    const text = textOf(row);
    return words.every((word) => text.includes(word));
  });
  // They come the worst first.
  return wanted.order === 'worst' ? found : found.toSorted(comparisons[wanted.order]);
}

const comparisons = {
  account: (one: Row, other: Row) => (one[0] < other[0] ? -1 : 1),
  score: (one: Row, other: Row) => share(one) - share(other),
  gaps: (one: Row, other: Row) => other[9] - one[9],
} as const;

function share([, , , , , , , passed, of]: Row): number {
  return of === 0 ? 1 : passed / of;
}
