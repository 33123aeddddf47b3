/** UUIDs as bytes, one behind the other: a million of them as strings would not fit beside a report. */
import { uuidText } from './uuid.ts';

export interface UuidList {
  add(uuid: Buffer): void;
  all(): Generator<string>;
}

/** Keeps them in the order in which they came. */
export function createUuidList(): UuidList {
  let bytes = Buffer.alloc(16 * 16);
  let size = 0;
  return {
    add: (uuid) => {
      if (size === bytes.length) bytes = widened(bytes);
      uuid.copy(bytes, size, 0, 16);
      size += 16;
    },
    all: function* all() {
      for (let at = 0; at < size; at += 16) yield uuidText(bytes, at);
    },
  };
}

/** Tells whether a UUID comes for the first time. A UUID of version 5 is spread evenly, so a table finds it at once. */
export function createUuidSet(): (uuid: Buffer) => boolean {
  let bytes = Buffer.alloc(16 * 256);
  let size = 0;
  /** The place of a UUID in `bytes`, plus one; half of the table stays free. */
  let table = new Uint32Array(512);

  const slotOf = (uuid: Buffer, at: number): number => {
    const mask = table.length - 1;
    for (let slot = uuid.readUInt32LE(at) & mask; ; slot = (slot + 1) & mask) {
      const place = (table[slot] ?? 0) - 1;
      if (place < 0 || bytes.compare(uuid, at, at + 16, place * 16, place * 16 + 16) === 0) {
        return slot;
      }
    }
  };
  const grow = () => {
    bytes = widened(bytes);
    table = new Uint32Array(table.length * 2);
    for (let place = 0; place < size; place += 1) table[slotOf(bytes, place * 16)] = place + 1;
  };

  return (uuid) => {
    const slot = slotOf(uuid, 0);
    if (table[slot]) return false;
    uuid.copy(bytes, size * 16, 0, 16);
    size += 1;
    table[slot] = size;
    if (size * 16 === bytes.length) grow();
    return true;
  };
}

function widened(bytes: Buffer): Buffer<ArrayBuffer> {
  const wider = Buffer.alloc(bytes.length * 2);
  wider.set(bytes);
  return wider;
}
