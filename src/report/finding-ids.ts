/**
 * The ids of findings, each a row's alone. They are the first half of a hash: spread evenly, so that a table finds the
 * row of an id at once. Kept as bytes: hashing again for every format would take longer than all else of writing it.
 */
import { hash } from 'node:crypto';
import { findingIdLength } from '../text/finding-id.ts';

export interface FindingIds {
  /** The row that bears the id of what the text names; the next row, where none does. */
  rowOf(named: string): number;
  /** In hex. */
  at(row: number): string;
  readonly size: number;
}

/** Bytes of an id. */
const width = findingIdLength / 2;

export function createFindingIds(): FindingIds {
  let bytes = Buffer.alloc(width * 512);
  /** The same, three words for each id. */
  let words = new Uint32Array(bytes.buffer);
  /** By the beginning of an id, the row that bears it, plus one; 0 where none does. */
  let table = new Uint32Array(1024);
  let size = 0;

  /** The slot of the row's id, or the free one that it may take. */
  const slotOf = (wanted: number): number => {
    const mask = table.length - 1;
    for (let slot = (words[3 * wanted] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const row = (table[slot] ?? 0) - 1;
      if (row < 0 || isSame(row, wanted)) return slot;
    }
  };
  const isSame = (a: number, b: number) =>
    words[3 * a] === words[3 * b] &&
    words[3 * a + 1] === words[3 * b + 1] &&
    words[3 * a + 2] === words[3 * b + 2];

  /** Half of the table stays free, so that a search is short. */
  const grow = () => {
    const wider = Buffer.alloc(bytes.length * 2);
    wider.set(bytes);
    bytes = wider;
    words = new Uint32Array(bytes.buffer);
    table = new Uint32Array(table.length * 2);
    for (let row = 0; row < size; row += 1) table[slotOf(row)] = row + 1;
  };

  return {
    rowOf: (named) => {
      // It stands where the next row's id does, and stays there if it is new.
      hash('sha256', named, 'buffer').copy(bytes, size * width, 0, width);
      const slot = slotOf(size);
      const known = (table[slot] ?? 0) - 1;
      if (known >= 0) return known;
      size += 1;
      table[slot] = size;
      if (size * width === bytes.length) grow();
      return size - 1;
    },
    at: (row) => bytes.toString('hex', row * width, (row + 1) * width),
    get size() {
      return size;
    },
  };
}
