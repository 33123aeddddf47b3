/** Tries a folder before anything is scanned: what cannot be written is better known now than in ten minutes. */
import { randomBytes } from 'node:crypto';
import { type Stats } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasCode } from './cannot-write.ts';

/** Bytes that are written on trial: about as much as the reports of a small account take. */
const trialSize = 2 ** 20;

/** Rejects where the folder cannot be made, written to, or hold that much. It leaves nothing behind. */
export async function tryFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  const path = join(folder, `.srm-scan-${randomBytes(6).toString('hex')}.part`);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(Buffer.alloc(trialSize));
    // Some disks tell only then that they are full.
    await file.sync();
  } finally {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
  }
}

type Owned = Pick<Stats, 'mode' | 'uid'>;

/** In a folder such as /tmp a file is renamed by its owner, by the owner of the folder, or by root: unlink(2), EPERM. */
export function mayReplace(folder: Owned, file: Pick<Stats, 'uid'>, user: number): boolean {
  const isSticky = (folder.mode & 0o1000) !== 0;
  return !isSticky || user === 0 || user === file.uid || user === folder.uid;
}

/** Not by `mkdir` with `recursive`: that does not end below /proc, where nothing can be made. */
async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  let at = path;
  while (!(await isThere(at))) {
    missing.unshift(at);
    at = dirname(at);
  }
  for (const folder of missing) {
    await mkdir(folder).catch((error: unknown) => {
      // Another scan may have made it in between.
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
  if (!(await stat(path)).isDirectory()) throw new Error('it is a file');
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
