/**
 * Writes files: beside their place first, and renamed when the last of them is whole, so that nothing half-written is
 * ever found, and no report of this scan beside one of the last.
 */
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reporter } from '../../../reports/reporter.ts';
import type { ReportReader } from '../../report/model.ts';
import { UserError } from '../../text/user-error.ts';

/** Writes each report into a folder that is there, and returns their paths. On failure none of them is in its place. */
export async function writeToFolder(
  report: ReportReader,
  folder: string,
  reporters: readonly Reporter[],
): Promise<readonly string[]> {
  const files = reporters.map((reporter) => ({ reporter, path: join(folder, reporter.file) }));
  try {
    for (const { reporter, path } of files) await writeBeside(path, reporter.render(report));
    for (const { path } of files) await blaming(path, () => rename(besides(path), path));
  } finally {
    await Promise.all(files.map(({ path }) => rm(besides(path), { force: true })));
  }
  return files.map(({ path }) => path);
}

async function writeBeside(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  await blaming(path, async () => {
    const beside = besides(path);
    // One that was killed may have left its own: in a container every scan has the same process id.
    await rm(beside, { force: true });
    if (await isFolder(path)) throw new Error('a folder is in its place');
    await pipeline(Readable.from(pieces), createWriteStream(beside, { flags: 'wx', mode: 0o600 }));
  });
}

async function isFolder(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => undefined);
  return there?.isDirectory() ?? false;
}

/** Whatever goes wrong is told with the file that could not be written. */
async function blaming(path: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** The error of a file that could not be written. */
export function cannotWrite(path: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`cannot write ${path}: ${why}`, { cause });
}

/** A name beside `path` for a file that is not whole yet. */
export function besides(path: string): string {
  return `${path}.${process.pid}.part`;
}
