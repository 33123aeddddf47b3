/** Whole numbers and hex as the bytes of a record (wire.ts). */
import type { RecordHead } from './wire.ts';

export interface Bytes {
  /** Adds a column. */
  column(values: readonly number[] | Uint32Array): void;
  hex(text: string): void;
  take(): Uint8Array;
}

export function createBytes(): Bytes {
  let bytes = new Uint8Array(1024);
  let size = 0;
  const makeRoom = (more: number) => {
    if (size + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(bytes.length * 2, size + more));
    wider.set(bytes);
    bytes = wider;
  };
  const whole = (value: number) => {
    let rest = value;
    // Not by shifts: a moment in milliseconds has more than 32 bits.
    for (; rest >= 128; rest = Math.floor(rest / 128)) {
      bytes[size] = (rest % 128) + 128;
      size += 1;
    }
    bytes[size] = rest;
    size += 1;
  };
  return {
    column: (values) => {
      makeRoom(values.length * 8);
      let before = 0;
      for (const value of values) {
        const change = value - before;
        whole(change >= 0 ? change * 2 : -change * 2 - 1);
        before = value;
      }
    },
    hex: (text) => {
      makeRoom(text.length / 2);
      const added = Buffer.from(text, 'hex');
      bytes.set(added, size);
      size += added.length;
    },
    take: () => bytes.slice(0, size),
  };
}

/** A record, ready to be compressed. */
export function recordOf(head: RecordHead, body: Uint8Array = new Uint8Array()): Uint8Array {
  const text = Buffer.from(JSON.stringify(head));
  const lengths = [text, body].map(({ length }) => {
    const four = Buffer.alloc(4);
    four.writeUInt32LE(length);
    return four;
  });
  const [ofHead, ofBody] = lengths;
  return Buffer.concat([...(ofHead ? [ofHead] : []), text, ...(ofBody ? [ofBody] : []), body]);
}
