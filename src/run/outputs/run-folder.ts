/**
 * The folder of a run. It is filled under a hidden name and gets its own when all of it is there, so that nothing
 * half-written is ever found. A folder that stands is never written to again.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyFiles } from '../manifest/verify.ts';
import { readManifest, textOf } from '../manifest/read.ts';
import { blaming, hasCode } from './cannot-write.ts';
import { pointLatest } from './latest.ts';
import { signatureName } from './names.ts';

/** A folder that is being filled. */
export interface RunFolder {
  /** Where its files are written. */
  readonly part: string;
  /**
   * Gives the folder its place under the output, and returns where it stands. Where one of the name stands already, the new one
   * gets the first free number behind it; where that one holds the very same files, it stays and the new one goes.
   */
  put(name: string): Promise<string>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Opens a folder under `output`, which is there. @param isShared whether `latest` does not lead to it */
export async function openRunFolder(output: string, isShared?: true): Promise<RunFolder> {
  const part = join(output, `.srm-scan-${process.pid}-${randomBytes(6).toString('hex')}.part`);
  await blaming(part, () => mkdir(part, { mode: 0o700 }));
  const discard = () => rm(part, { recursive: true, force: true });
  return {
    part,
    put: async (name) => {
      await settle(part);
      const place = await placed(part, join(output, name));
      await settle(output);
      if (!isShared) await pointLatest(output, place);
      return place;
    },
    discard,
  };
}

/** Names are tried in turn: two scans may end at once. */
async function placed(part: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const place = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await isThere(place))) {
      try {
        await rename(part, place);
        return place;
      } catch (error) {
        // Another scan took the name in between. Windows says EPERM.
        const isTaken = hasCode(error, 'EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'EPERM');
        if (!isTaken || !(await isThere(place))) throw error;
      }
    }
    if (await isSame(part, place)) {
      await rm(part, { recursive: true, force: true });
      return place;
    }
  }
}

/** Whether the folder that stands is whole and says the same: the manifest holds the hash of each file. */
async function isSame(part: string, place: string): Promise<boolean> {
  const [ours, theirs] = await Promise.all([readManifest(part), readManifest(place)]).catch(
    () => [],
  );
  if (!ours || !theirs || ours.text !== theirs.text) return false;
  const signatures = await Promise.all(
    [part, place].map((folder) => textOf(join(folder, signatureName)).catch(() => null)),
  );
  if (signatures[0] !== signatures[1]) return false;
  return (await verifyFiles(place, theirs.manifest)).length === 0;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The names in it are on the disk as well. Windows opens no folder. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Milliseconds for which a folder that is not whole may rest: where processes are not seen, as in another container. */
const resting = 3_600_000;

/** Scans that were killed leave what was not whole yet. */
export async function removeLeftovers(output: string): Promise<void> {
  for (const name of await readdir(output)) {
    const [, id] = /^\.srm-scan-(\d+)-[0-9a-f]{12}\.part$/.exec(name) ?? [];
    if (id === undefined || isRunning(Number(id))) continue;
    const path = join(output, name);
    const age = Date.now() - (await lastWritten(path));
    if (age > resting) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The time (ms) at which something in it was written last. */
async function lastWritten(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const times = await Promise.all(
    [folder, ...names.map((name) => join(folder, name))].map((path) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times);
}

/** Our own id may be that of one that ended: in a container every scan has the same. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}
