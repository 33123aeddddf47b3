/**
 * The ids of findings, each a row's alone. They are the first half of a hash: spread evenly, so that a table finds the
 * row of an id at once. Kept as bytes: hashing again for every format would take longer than all else of writing it.
 */
import { hash } from 'node:crypto';

export interface FindingIds {
  /** The row that bears the id of what these words name; the next row, where none does. */
  rowOf(named: readonly string[]): number;
  /** In hex. */
  at(row: number): string;
  readonly size: number;
}

/** Bytes of an id. */
const width = 12;

export function createFindingIds(): FindingIds {
  let ids = Buffer.alloc(width * 512);
  /** By the beginning of an id, the row that bears it, plus one; 0 where none does. */
  let table = new Uint32Array(1024);
  let size = 0;

  const slotOf = (id: Buffer): number => {
    const mask = table.length - 1;
    for (let slot = id.readUInt32LE() & mask; ; slot = (slot + 1) & mask) {
      const row = (table[slot] ?? 0) - 1;
      if (row < 0 || id.equals(bytesOf(row))) return slot;
    }
  };
  const bytesOf = (row: number) => ids.subarray(row * width, (row + 1) * width);

  /** Half of the table stays free, so that a search is short. */
  const grow = () => {
    ids = Buffer.concat([ids, Buffer.alloc(ids.length)]);
    table = new Uint32Array(table.length * 2);
    for (let row = 0; row < size; row += 1) table[slotOf(bytesOf(row))] = row + 1;
  };

  return {
    rowOf: (named) => {
      const id = hash('sha256', named.join('\n'), 'buffer').subarray(0, width);
      const slot = slotOf(id);
      const known = (table[slot] ?? 0) - 1;
      if (known >= 0) return known;
      ids.set(id, size * width);
      table[slot] = size + 1;
      size += 1;
      if (size * width === ids.length) grow();
      return size - 1;
    },
    at: (row) => ids.toString('hex', row * width, (row + 1) * width),
    get size() {
      return size;
    },
  };
}
