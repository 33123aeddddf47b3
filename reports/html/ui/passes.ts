/**
 * Passes over the rows: loops over columns of numbers and nothing else, of which a browser makes machine code, so that half a
 * million rows take some milliseconds. What a column holds is a place in the list beside it, and so never beyond its end.
 */

/** 1 for each row, or each entry of a list, that is meant. */
export type Flags = Uint8Array;

/** Takes away the rows whose value is not allowed. */
export function narrow(rows: Flags, column: Uint32Array, allowed: Flags): void {
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = (rows[row] ?? 0) & (allowed[column[row] ?? 0] ?? 0);
  }
}

/** Adds the rows whose value is meant. */
export function widen(rows: Flags, column: Uint32Array, meant: Flags): void {
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = (rows[row] ?? 0) | (meant[column[row] ?? 0] ?? 0);
  }
}

/** Takes away the rows that the other has not. */
export function intersect(rows: Flags, other: Flags): void {
  for (let row = 0; row < rows.length; row += 1) rows[row] = (rows[row] ?? 0) & (other[row] ?? 0);
}

/** The places of what is meant, in their order. */
export function placesOf(meant: Flags): Uint32Array {
  const places = new Uint32Array(meant.length);
  let count = 0;
  for (let place = 0; place < meant.length; place += 1) {
    places[count] = place;
    count += meant[place] ?? 0;
  }
  return places.subarray(0, count);
}

/** How many of the rows have each value. */
export function tally(rows: Uint32Array, column: Uint32Array, values: number): Uint32Array {
  const counts = new Uint32Array(values);
  for (let index = 0; index < rows.length; index += 1) {
    const value = column[rows[index] ?? 0] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** The values of the rows, in the order in which they come first. */
export function valuesOf(rows: Uint32Array, column: Uint32Array, values: number): Uint32Array {
  const order = new Uint32Array(values);
  const seen = new Uint8Array(values);
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const value = column[rows[index] ?? 0] ?? 0;
    if (seen[value] === 1) continue;
    seen[value] = 1;
    order[count] = value;
    count += 1;
  }
  return order.subarray(0, count);
}

/**
 * The rows by their values; those of one value keep their order.
 *
 * @param next where the rows of each value begin; afterwards where they end
 */
export function distribute(rows: Uint32Array, column: Uint32Array, next: Uint32Array): Uint32Array {
  const all = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const value = column[row] ?? 0;
    const place = next[value] ?? 0;
    all[place] = row;
    next[value] = place + 1;
  }
  return all;
}
