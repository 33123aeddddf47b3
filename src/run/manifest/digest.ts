/** What a manifest says of a file. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Digest } from './shape.ts';

/** Read from the disk, so it is of what is there and not of what was meant to be. Rejects where it cannot be read. */
export async function digestOf(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) continue;
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex') };
}

/** The same of what is in memory. */
export function digestOfBytes(bytes: Uint8Array): Digest {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
