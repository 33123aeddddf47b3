/** Bytes to elements that a page carries but does not run: gzip, then letters (dense.ts). */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { toDense, wholeBytes } from './dense.ts';

/** Bytes in one element. */
const bytesInElement = wholeBytes * 60_000;

/**
 * So little, since columns differ from one another: with less memory gzip ends a block of codes sooner and makes new ones. With
 * 9 a page is some 4 % larger.
 */
const memLevel = 5;

/** @param name the class of the elements */
export async function* pack(
  records: Iterable<Uint8Array>,
  name: 'data' | 'rest',
): AsyncGenerator<string> {
  const gzip = createGzip({ level: 9, memLevel });
  const done = pipeline(Readable.from(records), gzip).catch((error: unknown) => {
    gzip.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of gzip) {
    if (!Buffer.isBuffer(chunk)) throw new Error('gzip gave something else than bytes');
    held.push(chunk);
    size += chunk.length;
    if (size < bytesInElement) continue;
    const bytes = Buffer.concat(held, size);
    const whole = size - (size % wholeBytes);
    yield element(bytes.subarray(0, whole), name);
    held = [bytes.subarray(whole)];
    size -= whole;
  }
  await done;
  yield element(Buffer.concat(held, size), name);
}

function element(bytes: Buffer, name: string): string {
  const text = Buffer.from(toDense(bytes)).toString('latin1');
  return `<script type="text/plain" data-bytes="${bytes.length}" class="${name}">${text}</script>\n`;
}
