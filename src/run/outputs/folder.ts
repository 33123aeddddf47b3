/**
 * Writes reports: beside their places first, and put there when the last of them is whole, so that nothing half-written is
 * ever found, and no report of this scan beside one of another.
 */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reporter } from '../../../reports/reporter.ts';
import type { ReportReader } from '../../report/model.ts';
import { earlierIn } from './earlier.ts';
import { besides, blaming, type Ready, replaceAll } from './replace.ts';

/** What was put where. */
export interface Written {
  readonly paths: readonly string[];
  /** Where files of other scans are kept that would have stood beside this one's, or been lost. */
  readonly moved: readonly string[];
}

/**
 * Writes each report into a folder that is there, and puts them and the `also` in their places. On failure everything is
 * as it was.
 */
export async function writeToFolder(
  report: ReportReader,
  folder: string,
  reporters: readonly Reporter[],
  also: readonly Ready[] = [],
): Promise<Written> {
  const files = reporters.map((reporter) => {
    const path = join(folder, reporter.file);
    return { reporter, path, part: besides(path) };
  });
  const all: readonly Ready[] = [...files, ...also];
  try {
    for (const { reporter, path, part } of files) {
      await blaming(path, () => writeWhole(part, reporter.render(report)));
    }
    const moves = await earlierIn(
      folder,
      report.scan,
      all.map(({ path }) => path),
    );
    await replaceAll(all, moves);
    return { paths: all.map(({ path }) => path), moved: moves.map(({ to }) => to) };
  } finally {
    await Promise.all(all.map(({ part }) => rm(part, { force: true })));
  }
}

/** On the disk, and not only in the memory of the system. */
async function writeWhole(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  // One that was killed may have left its own: in a container every scan has the same process id.
  await rm(path, { force: true });
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(pieces), file);
}
