/** Reads what bytes.ts wrote. */

const hexDigits = '0123456789abcdef';

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
  let digits: string | undefined;
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
      digits ??= digitsOf(body);
      place += bytes;
      return digits.slice((place - bytes) * 2, place * 2);
    },
  };
}

/** All at once: a text that grows by two digits a time is many texts. */
function digitsOf(bytes: Uint8Array): string {
  const codes = new Uint8Array(bytes.length * 2);
  for (let place = 0; place < codes.length; place += 1) {
    const byte = bytes[place >> 1] ?? 0;
    codes[place] = hexDigits.charCodeAt(place % 2 === 0 ? byte >> 4 : byte & 15);
  }
  return new TextDecoder().decode(codes);
}
