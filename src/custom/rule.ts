/** What the checks of a user are, as one hash: they may import each other, so a change of one is a change of all. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { pathsIn } from './load.ts';

/** SHA-256 (hex) of the modules in the folder, in the order of their paths. */
export function customRule(folder: string): string {
  const hash = createHash('sha256');
  for (const path of pathsIn(folder)) {
    const content = createHash('sha256').update(readFileSync(path)).digest('hex');
    hash.update(`${JSON.stringify([relative(folder, path).split(sep).join('/'), content])}\n`);
  }
  return hash.digest('hex');
}
