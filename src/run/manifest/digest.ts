/** What a manifest says of a file. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ManifestFile } from './shape.ts';

/** Read from the disk, so it is of what is there and not of what was meant to be. Rejects where it cannot be read. */
export async function digestOf(path: string): Promise<Omit<ManifestFile, 'name'>> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) continue;
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex') };
}
