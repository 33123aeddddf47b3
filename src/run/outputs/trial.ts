/** Tries a folder before anything is scanned: what cannot be written is better known now than in ten minutes. */
import { type Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownNames } from './earlier.ts';
import { besides, cannotWrite } from './replace.ts';

/** Bytes that are written on trial: about as much as the reports of a small account take. */
const trialSize = 2 ** 20;

/** Rejects where the folder cannot be made, written to, or hold that much. It leaves nothing behind. */
export async function tryFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  await removeLeftovers(folder);
  const path = besides(join(folder, '.srm-scan'));
  await rm(path, { force: true });
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

/** Throws a `UserError` where a file stands in the folder that cannot be replaced. */
export async function tryFiles(folder: string, names: readonly string[]): Promise<void> {
  const around = await stat(folder);
  for (const name of names) {
    const path = join(folder, name);
    const there = await lstat(path).catch(() => undefined);
    if (!there) continue;
    if (there.isDirectory()) throw cannotWrite(path, new Error('a folder is in its place'));
    if (!mayReplace(around, there, process.geteuid?.() ?? 0)) {
      throw cannotWrite(
        path,
        new Error('it is of another user, and the folder lets only its owner replace it'),
      );
    }
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

/** Milliseconds for which a file that is not whole may rest: where processes are not seen, as in another container. */
const resting = 3_600_000;

/** Scans that were killed leave what was not whole yet. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, of = '', id = ''] = /^(.+?)(?:\.old)?\.(\d+)\.part$/.exec(name) ?? [];
    if (![...ownNames, '.srm-scan'].includes(of)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    const isOld = Date.now() - mtimeMs > resting;
    // In a container every scan has the same process id: what bears ours is of one that ended.
    const isLeft = Number(id) === process.pid || (isOld && !isRunning(Number(id)));
    if (isLeft) await rm(path, { force: true }).catch(() => undefined);
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
