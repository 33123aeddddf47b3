/** Writes reports: beside their place first, then renamed, so that nothing half-written is ever found. */
import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../text/user-error.ts';
import type { Report } from '../../report/model.ts';
import type { Reporter } from '../../../reports/reporter.ts';

export type Output =
  | { readonly to: 'folder'; readonly path: string; readonly reporters: readonly Reporter[] }
  | { readonly to: 'stdout'; readonly reporter: Reporter };

/** Makes sure that the output can be written, before anything is scanned. */
export async function openOutput(path: string, reporters: readonly Reporter[]): Promise<Output> {
  if (path === '-') {
    const [reporter, ...more] = reporters;
    if (reporter && more.length === 0) return { to: 'stdout', reporter };
    throw new UserError('--output - writes one format; choose it with --format json');
  }
  const folder = resolve(path);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`cannot write to ${folder} (${why}); choose another folder with --output`);
  }
  return { to: 'folder', path: folder, reporters };
}

/** Writes the reports and returns their paths. */
export async function writeReports(report: Report, output: Output): Promise<readonly string[]> {
  if (output.to === 'stdout') {
    try {
      // Standard output is the user's: it stays open.
      await pipeline(Readable.from(output.reporter.render(report)), process.stdout, { end: false });
    } catch (error) {
      // What is wrong with standard output itself is told where the program ends.
      if (!isOfStream(error)) throw error;
    }
    return [];
  }
  const written: string[] = [];
  for (const reporter of output.reporters) {
    const path = join(output.path, reporter.file);
    const source = Readable.from(reporter.render(report));
    await placeFile(path, (beside) =>
      pipeline(source, createWriteStream(beside, { flags: 'wx', mode: 0o600 })),
    );
    written.push(path);
  }
  return written;
}

/** The reader is gone, or the disk is full. */
function isOfStream(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('syscall' in error) return error.syscall === 'write';
  return 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
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
