/** Evidence that somebody hands over: a folder of a run, or the file alone, with the manifest beside it. */
import type { KeyObject } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { whyUnreadable } from '../../text/unreadable.ts';
import { UserError } from '../../text/user-error.ts';
import { newestIn } from '../outputs/latest.ts';
import { evidenceName, manifestName } from '../outputs/names.ts';
import { checkSignature } from '../signing/check.ts';
import { type ReadManifest, readManifest } from './read.ts';
import type { Manifest } from './shape.ts';
import { faultOf } from './verify.ts';

export interface Kept {
  /** The file of the evidence. */
  readonly path: string;
  /** What the scan said of itself; the evidence is the one that it is of. */
  readonly manifest?: Manifest;
}

/**
 * Finds the evidence and holds it against the manifest beside it, and that against its signature where a key is given. Throws a
 * `UserError` where it is not the evidence that the manifest is of, or not signed by the key.
 */
export async function findKept(path: string, key?: KeyObject): Promise<Kept> {
  const isFolder = await isFolderAt(path);
  const file = isFolder ? join(path, evidenceName) : path;
  const folder = isFolder ? path : dirname(path);
  if (isFolder && !(await isThere(file))) throw await noEvidence(path);
  const found = await readManifest(folder);
  if (key) await refuseUnsigned(folder, found, key);
  if (!found) return { path: file };
  const { manifest } = found;
  const listed = manifest.files.find(({ name }) => name === basename(file));
  if (!listed) {
    // A file beside a manifest of something else says nothing of either.
    if (!isFolder && !key) return { path: file };
    throw new UserError(
      `${file}: ${join(folder, manifestName)} is of a run that kept no such file`,
    );
  }
  const what = await faultOf(file, listed);
  if (what === undefined) return { path: file, manifest };
  throw new UserError(
    `${file} ${what}; it is not the evidence that ${join(folder, manifestName)} is of`,
  );
}

async function isFolderAt(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UserError(`${path}: ${whyUnreadable(error, 'file or folder')}`, { cause: error });
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function noEvidence(folder: string): Promise<UserError> {
  const newest = await newestIn(folder);
  return new UserError(
    newest === undefined
      ? `${folder}: there is no ${evidenceName} in it; a scan keeps it with --evidence`
      : `${folder} holds the folders of runs; name one of them, such as ${newest}`,
  );
}

async function refuseUnsigned(
  folder: string,
  found: ReadManifest | undefined,
  key: KeyObject,
): Promise<void> {
  const signed = found ? await checkSignature(folder, found, key) : undefined;
  if (signed?.is === 'valid') return;
  const why = signed?.is === 'wrong' ? `its signature ${signed.why}` : 'it is not signed';
  throw new UserError(`${folder}: ${why}, and --key asks for a signature that holds`);
}
