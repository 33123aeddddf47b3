/** Reads a manifest back: it comes from whoever hands over the folder. */
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { shapeWords } from '../../text/shape-words.ts';
import { whyUnreadable } from '../../text/unreadable.ts';
import { UserError } from '../../text/user-error.ts';
import { hasCode } from '../outputs/cannot-write.ts';
import { manifestName } from '../outputs/names.ts';
import { type FleetManifest, fleetManifestSchema, fleetManifestShape } from './fleet-shape.ts';
import { isSealed } from './seal.ts';
import { type Manifest, manifestSchema, manifestShape } from './shape.ts';

/** Bytes. What is longer is no manifest. */
const longest = 16_000_000;

/** A manifest with its text as it stands in the file: what a signature is of. */
interface Read<T> {
  readonly manifest: T;
  readonly text: string;
}

export type ReadManifest = Read<Manifest>;
export type ReadFleetManifest = Read<FleetManifest>;

/** A manifest that is there and cannot be one that srm-scan wrote. */
export class ManifestFault extends UserError {
  /** In half a sentence. */
  readonly what: string;
  constructor(path: string, what: string) {
    super(`${path} ${what}`);
    this.what = what;
  }
}

/** Of a run. Undefined where there is none. Throws a `ManifestFault` that says why the file is no manifest of a run. */
export async function readManifest(folder: string): Promise<ReadManifest | undefined> {
  const found = await readAnyManifest(folder);
  if (found === undefined || isOfRun(found)) return found;
  throw new ManifestFault(
    join(folder, manifestName),
    'is of a fleet; name the folder of one of its runs',
  );
}

/** The same, of a run or of a fleet. */
export async function readAnyManifest(
  folder: string,
): Promise<ReadManifest | ReadFleetManifest | undefined> {
  const path = join(folder, manifestName);
  const text = await textOf(path);
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ManifestFault(path, 'is not JSON, so it is no manifest of srm-scan');
  }
  if (hasSchema(json, fleetManifestSchema)) {
    return { manifest: parsed(path, fleetManifestShape, json, text), text };
  }
  return { manifest: parsed(path, manifestShape, json, text), text };
}

export function isOfRun(found: ReadManifest | ReadFleetManifest): found is ReadManifest {
  return found.manifest.schema === manifestSchema;
}

function hasSchema(json: unknown, schema: string): boolean {
  return typeof json === 'object' && json !== null && Reflect.get(json, 'schema') === schema;
}

function parsed<T>(path: string, shape: z.ZodType<T>, json: unknown, text: string): T {
  const read = shape.safeParse(json, { error: shapeWords });
  if (read.success && isSealed(text)) return read.data;
  if (read.success) throw new ManifestFault(path, 'was changed: it does not match its own seal');
  const [issue] = read.error.issues;
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
