/** What lies below a folder and is not known there: each by the shortest way to it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Ways with `/`. What is below a folder that is known is not asked for. */
export interface Known {
  readonly paths: ReadonlySet<string>;
  /** Folders that hold something known. */
  readonly above: ReadonlySet<string>;
}

export function knownOf(paths: Iterable<string>): Known {
  const known = new Set(paths);
  const above = new Set<string>();
  for (const path of known) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      above.add(path.slice(0, at));
    }
  }
  return { paths: known, above };
}

/** Of a folder on the disk. */
export async function strayBelow(
  folder: string,
  known: Known,
  below: string = '',
): Promise<readonly string[]> {
  const stray: string[] = [];
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (known.paths.has(path)) continue;
    // What a link leads to may be another thing tomorrow.
    if (!known.above.has(path) || !entry.isDirectory()) stray.push(path);
    else stray.push(...(await strayBelow(folder, known, path)));
  }
  return stray;
}

/** Of keys in a bucket, seen from the same place. */
export function strayAmong(keys: Iterable<string>, { paths, above }: Known): readonly string[] {
  const stray = new Set<string>();
  for (const key of keys) {
    for (let at = key.indexOf('/'); ; at = key.indexOf('/', at + 1)) {
      const path = at === -1 ? key : key.slice(0, at);
      if (paths.has(path)) break;
      if (at === -1 || !above.has(path)) {
        stray.add(path);
        break;
      }
    }
  }
  return [...stray].toSorted((a, b) => (a < b ? -1 : 1));
}
