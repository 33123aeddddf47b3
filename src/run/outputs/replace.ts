/** Puts files that are whole in their places: all of them, or none. */
import { copyFile, link, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../text/user-error.ts';

/** A file that is whole, beside its place. */
export interface Ready {
  readonly part: string;
  readonly path: string;
}

/** A file that is in the way, and where it is kept from now on. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Moves what is in the way, then replaces. Where one of it fails everything is as it was, and a `UserError` says why. */
export async function replaceAll(
  files: readonly Ready[],
  moves: readonly Move[] = [],
): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const backups: string[] = [];
  try {
    for (const { from, to } of moves) {
      await blaming(to, async () => {
        await mkdir(dirname(to), { recursive: true, mode: 0o700 });
        await rename(from, to);
        undo.push(() => rename(to, from));
      });
    }
    for (const { part, path } of files) {
      await blaming(path, async () => {
        const backup = besides(`${path}.old`);
        if (await isThere(path)) {
          await copyOf(path, backup);
          backups.push(backup);
          undo.push(() => rename(backup, path));
        } else {
          undo.push(() => rm(path, { force: true }));
        }
        await rename(part, path);
      });
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw error;
  } finally {
    for (const backup of backups) await rm(backup, { force: true }).catch(() => undefined);
  }
  const folders = new Set(files.map(({ path }) => dirname(path)));
  for (const folder of folders) await settle(folder);
}

/** Without a moment in which the path leads nowhere. Some file systems know no second name. */
async function copyOf(path: string, backup: string): Promise<void> {
  await rm(backup, { force: true });
  await link(path, backup).catch(() => copyFile(path, backup));
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The new names on the disk as well. Windows opens no folder. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Whatever goes wrong is told with the file that could not be written. */
export async function blaming(path: string, act: () => Promise<void>): Promise<void> {
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
