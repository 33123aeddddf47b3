/** What leads to the folder that was written last, so that a script needs to know no account and no time. */
import { randomBytes } from 'node:crypto';
import { lstat, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { blaming, cannotWrite, hasCode } from './cannot-write.ts';
import { latestFileName, latestName } from './names.ts';
import { mayReplace } from './trial.ts';

/** Leads there from now on, without a moment in which it leads nowhere. @param place a folder in `output` */
export async function pointLatest(output: string, place: string): Promise<void> {
  const link = join(output, latestName);
  const file = join(output, latestFileName);
  const part = join(output, `.srm-scan-${randomBytes(6).toString('hex')}.part`);
  try {
    // A junction needs no rights on Windows; elsewhere the kind means nothing.
    await symlink(basename(place), part, 'junction');
    await rename(part, link);
    await rm(file, { force: true });
  } catch {
    // A file system without links, such as FAT: then a file says it.
    await rm(link, { force: true }).catch(() => undefined);
    await blaming(file, async () => {
      await rm(part, { force: true });
      await writeFile(part, `${basename(place)}\n`, { flag: 'wx' });
      await rename(part, file);
    });
  }
}

/** The folder that was written last under `output`, by the way that leads there; undefined where there is none. */
export async function newestIn(output: string): Promise<string | undefined> {
  const link = join(output, latestName);
  if (await stat(link).catch(() => undefined)) return link;
  const name = await readFile(join(output, latestFileName), 'utf8').catch(() => '');
  const place = join(output, basename(name.trim()));
  return name.trim() !== '' && (await stat(place).catch(() => undefined)) ? place : undefined;
}

/** Throws a `UserError` where something stands in the place of the link that is none, or that is another user's. */
export async function tryLatest(output: string): Promise<void> {
  const path = join(output, latestName);
  const there = await lstat(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (!there) return;
  if (!there.isSymbolicLink()) {
    throw cannotWrite(
      path,
      new Error('it is no link; it leads to the newest reports, so move away what is there'),
    );
  }
  if (!mayReplace(await stat(output), there, process.geteuid?.() ?? 0)) {
    throw cannotWrite(
      path,
      new Error('it is of another user, and the folder lets only its owner replace it'),
    );
  }
}
