/** The records that the page carries (wire.ts), unpacked one after the other. */
import { fromDense } from '../dense.ts';
import type { RecordHead } from '../wire.ts';

export interface Unpacked {
  readonly head: RecordHead;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** An element of the page: its text, and how many bytes that holds. */
export interface Part {
  readonly text: string;
  readonly bytes: number;
}

/** Throws where a part is missing or a letter of one was changed: gzip ends with a checksum. */
export async function* unpack(parts: Iterable<Part>): AsyncGenerator<Unpacked> {
  const take = taker(bytes(parts).pipeThrough(new DecompressionStream('gzip')).getReader());
  const text = new TextDecoder();
  for (;;) {
    const start = await take(4);
    if (start === undefined) return;
    const head: RecordHead = JSON.parse(text.decode(await part(take, lengthIn(start))));
    const body = await part(take, lengthIn(await part(take, 4)));
    yield { head, body };
  }
}

type Take = (count: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;

async function part(take: Take, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const found = await take(count);
  if (found === undefined) throw new Error('the data ends before its end');
  return found;
}

function lengthIn(four: Uint8Array<ArrayBuffer>): number {
  return new DataView(four.buffer, four.byteOffset).getUint32(0, true);
}

/** Gives so many bytes of a stream at a time; undefined at its end. */
function taker(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): Take {
  let chunk: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  let used = 0;
  return async (count) => {
    if (count <= chunk.length - used) {
      used += count;
      return chunk.slice(used - count, used);
    }
    const taken = new Uint8Array(count);
    let size = 0;
    while (size < count) {
      if (used === chunk.length) {
        const { done, value } = await reader.read();
        if (done) return size === 0 ? undefined : Promise.reject(new Error('the data is cut'));
        chunk = value;
        used = 0;
      }
      const piece = chunk.subarray(used, used + count - size);
      taken.set(piece, size);
      size += piece.length;
      used += piece.length;
    }
    return taken;
  };
}

function bytes(parts: Iterable<Part>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = parts[Symbol.iterator]();
  return new ReadableStream({
    pull: (controller) => {
      const { done, value } = left.next();
      if (done === true) controller.close();
      else controller.enqueue(fromDense(value.text, value.bytes));
    },
  });
}
