/** Holds the files of a folder against its manifest. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../outputs/cannot-write.ts';
import { manifestName, signatureName } from '../outputs/names.ts';
import { digestOf } from './digest.ts';
import { codeOf } from './read.ts';
import type { Digest, Manifest, ManifestFile } from './shape.ts';

/** One file that is not as it was. */
export interface Fault {
  readonly file: string;
  /** In half a sentence. */
  readonly what: string;
}

export const added = 'was added: the manifest does not have it';

/** What is not as the manifest says, by the names of the files; empty where all of it is. */
export async function verifyFiles(
  folder: string,
  { files }: Pick<Manifest, 'files'>,
): Promise<readonly Fault[]> {
  const faults = [...(await faultsOf(folder, files))];
  const known = new Set([manifestName, signatureName, ...files.map(({ name }) => name)]);
  for (const name of (await readdir(folder)).toSorted()) {
    if (!known.has(name)) faults.push({ file: name, what: added });
  }
  return faults;
}

/** What is wrong with files of a manifest; of others in the folder nothing is said. */
export async function faultsOf(
  folder: string,
  files: readonly ManifestFile[],
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const file of files) {
    const what = await faultOf(join(folder, file.name), file);
    if (what !== undefined) faults.push({ file: file.name, what });
  }
  return faults;
}

/** What is wrong with one file of the manifest. */
export async function faultOf(path: string, file: Digest): Promise<string | undefined> {
  try {
    // What a link leads to may be another thing tomorrow.
    if (!(await lstat(path)).isFile()) return 'is no file any more';
    const { size, sha256 } = await digestOf(path);
    if (size !== file.size) return `was changed: ${size} bytes, and it had ${file.size}`;
    return sha256 === file.sha256 ? undefined : `was changed: its SHA-256 is ${sha256}`;
  } catch (error) {
    return hasCode(error, 'ENOENT') ? 'is missing' : `cannot be read (${codeOf(error)})`;
  }
}
