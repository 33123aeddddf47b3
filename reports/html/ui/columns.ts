/** Reads what bytes.ts wrote. */

/** Two for each byte. */
const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export interface ColumnReader {
  /** The next column, into `target` from a row on. */
  into(
    target: Uint32Array | Uint16Array | Uint8Array | Float64Array,
    from: number,
    rows: number,
  ): void;
  next(rows: number): Uint32Array;
  hex(bytes: number): string;
}

export function readColumns(body: Uint8Array): ColumnReader {
  let place = 0;
  const into: ColumnReader['into'] = (target, from, rows) => {
    let value = 0;
    for (let row = from; row < from + rows; row += 1) {
      let byte = body[place] ?? 0;
      place += 1;
      let change = byte & 127;
      for (let weight = 128; byte > 127; weight *= 128) {
        byte = body[place] ?? 0;
        place += 1;
        change += (byte & 127) * weight;
      }
      value += change % 2 === 0 ? change / 2 : -(change + 1) / 2;
      target[row] = value;
    }
  };
  return {
    into,
    next: (rows) => {
      const column = new Uint32Array(rows);
      into(column, 0, rows);
      return column;
    },
    hex: (bytes) => {
      let text = '';
      for (const byte of body.subarray(place, place + bytes)) text += hexDigits[byte];
      place += bytes;
      return text;
    },
  };
}
