/** The cells of a column until their group is written. */

/** What a row has in a column; null where there is nothing to say. */
export type Cell =
  | string
  | readonly string[]
  | Readonly<Record<string, string>>
  | boolean
  | number
  | bigint
  | object
  | Date
  | null;

export interface Held {
  /** @param alike members that the cell has beside its own, which other cells have too */
  push(cell: Cell, alike?: object): void;
  /** All of them, in order, for as long as no other is pushed after `clear`. */
  cells(): Cell[];
  clear(): void;
  /** Bytes that they take of themselves. */
  bytes(): number;
}

/** Cells of which there are few different ones, which live in the report anyway: by reference. */
export function byReference(): Held {
  const held: Cell[] = [];
  let count = 0;
  return {
    push: (cell) => {
      held[count] = cell;
      count += 1;
    },
    cells: () => {
      held.length = count;
      return held;
    },
    // The array stays: a new one for each group would be garbage that grows old before it is found.
    clear: () => {
      count = 0;
    },
    bytes: () => 0,
  };
}

/**
 * Cells that each row has of its own: as JSON in bytes. As texts they would outlive the young generation of the heap, and
 * hundreds of megabytes of such garbage gather before V8 looks at the old one.
 */
export function byValue(): Held {
  let bytes = Buffer.allocUnsafe(65_536);
  let end = 0;
  return {
    push: (cell) => {
      const json = JSON.stringify(cell);
      // No letter of UTF-16 takes more than three bytes.
      const need = end + json.length * 3 + 1;
      if (need > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, need));
        bytes.copy(larger, 0, 0, end);
        bytes = larger;
      }
      end += bytes.write(end === 0 ? json : `,${json}`, end, 'utf8');
    },
    cells: () => {
      const cells: Cell[] = JSON.parse(`[${bytes.toString('utf8', 0, end)}]`);
      return cells;
    },
    clear: () => {
      end = 0;
    },
    bytes: () => end,
  };
}

/** Objects of which some members are their own, and the others stand in one object for many of them. */
export function withAlike(own: Held): Held {
  const shared = byReference();
  return {
    push: (cell, alike) => {
      own.push(cell);
      shared.push(alike ?? null);
    },
    cells: () => {
      const alike = shared.cells();
      return own.cells().map((cell, at) => {
        const members = alike[at] ?? null;
        return members === null ? cell : Object.assign({}, members, cell);
      });
    },
    clear: () => {
      own.clear();
      shared.clear();
    },
    bytes: () => own.bytes(),
  };
}
