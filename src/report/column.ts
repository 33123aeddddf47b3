/** A column of whole numbers, one for each row, in as few bytes as they need. It grows as rows are written. */
export interface Column {
  at(row: number): number;
  set(row: number, value: number): void;
}

const firstRows = 1024;
const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

export function createColumn(bytes: keyof typeof arrays): Column {
  const limit = 2 ** (8 * bytes);
  const room = (rows: number) => new arrays[bytes](rows);
  let values = room(firstRows);
  return {
    at: (row) => {
      const value = values[row];
      if (value === undefined) throw new RangeError(`there is no row ${row}`);
      return value;
    },
    set: (row, value) => {
      // A number that was cut would point at something else.
      if (value >= limit) throw new RangeError(`${value} does not fit into ${bytes} bytes`);
      if (row >= values.length) {
        const wider = room(Math.max(row + 1, values.length * 2));
        wider.set(values);
        values = wider;
      }
      values[row] = value;
    },
  };
}
