/** Writes files: beside their place first, then renamed, so that nothing half-written is ever found. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reporter } from '../../../reports/reporter.ts';
import type { Report } from '../../report/model.ts';
import { UserError } from '../../text/user-error.ts';

/** Writes each report into a folder that is there, and returns their paths. */
export async function writeToFolder(
  report: Report,
  folder: string,
  reporters: readonly Reporter[],
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const reporter of reporters) {
    const path = join(folder, reporter.file);
    const source = Readable.from(reporter.render(report));
    await placeFile(path, (beside) =>
      pipeline(source, createWriteStream(beside, { flags: 'wx', mode: 0o600 })),
    );
    written.push(path);
  }
  return written;
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

/** Has `write` fill a file beside `path`, then puts it in place; on failure nothing is left. */
async function placeFile(path: string, write: (beside: string) => Promise<void>): Promise<void> {
  const beside = besides(path);
  try {
    // One that was killed may have left its own: in a container every scan has the same process id.
    await rm(beside, { force: true });
    await write(beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw cannotWrite(path, error);
  }
}
