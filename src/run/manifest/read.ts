/** Reads a manifest back: it comes from whoever hands over the folder. */
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shapeWords } from '../../text/shape-words.ts';
import { whyUnreadable } from '../../text/unreadable.ts';
import { UserError } from '../../text/user-error.ts';
import { hasCode } from '../outputs/cannot-write.ts';
import { manifestName } from '../outputs/names.ts';
import { isSealed } from './seal.ts';
import { type Manifest, manifestShape } from './shape.ts';

/** Bytes. What is longer is no manifest. */
const longest = 16_000_000;

export interface ReadManifest {
  readonly manifest: Manifest;
  /** As it stands in the file: what a signature is of. */
  readonly text: string;
}

/** A manifest that is there and cannot be one that srm-scan wrote. */
export class ManifestFault extends UserError {
  /** In half a sentence. */
  readonly what: string;
  constructor(path: string, what: string) {
    super(`${path} ${what}`);
    this.what = what;
  }
}

/** Undefined where there is none. Throws a `ManifestFault` that says why the file is no manifest. */
export async function readManifest(folder: string): Promise<ReadManifest | undefined> {
  const path = join(folder, manifestName);
  const text = await textOf(path);
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ManifestFault(path, 'is not JSON, so it is no manifest of srm-scan');
  }
  const parsed = manifestShape.safeParse(json, { error: shapeWords });
  if (parsed.success && isSealed(text)) return { manifest: parsed.data, text };
  if (parsed.success) throw new ManifestFault(path, 'was changed: it does not match its own seal');
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'the manifest';
  throw new ManifestFault(
    path,
    `is no manifest of srm-scan: ${place}: ${issue?.message ?? 'is not as expected'}`,
  );
}

/** The text of a small file; undefined where there is none. Throws a `UserError` where it cannot be read. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    const { size } = await lstat(path);
    if (size > longest) throw new UserError(`${path}: too long for a file of srm-scan`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new UserError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
}

/** As Node names it (`EACCES`). */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
