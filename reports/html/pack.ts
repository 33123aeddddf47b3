/** Bytes to elements that a page carries but does not run: gzip, then base64. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Bytes in one element, a multiple of three, so that only the last base64 text has padding. */
const bytesInElement = 3 * 256 * 1024;

export async function* pack(records: Iterable<Uint8Array>): AsyncGenerator<string> {
  const gzip = createGzip({ level: 9 });
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
    const whole = size - (size % 3);
    yield element(bytes.subarray(0, whole));
    held = [bytes.subarray(whole)];
    size -= whole;
  }
  await done;
  yield element(Buffer.concat(held, size));
}

function element(bytes: Buffer): string {
  return `<script type="text/plain" class="data">${bytes.toString('base64')}</script>\n`;
}
