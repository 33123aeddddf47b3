/** What the report of a fleet is made of, in a folder: each file by its hash, for the manifest. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { organizationName } from '../../fleet/organization/reading.ts';
import { UserError } from '../../text/user-error.ts';
import { whyUnreadable } from '../../text/unreadable.ts';
import { digestOf } from '../manifest/digest.ts';
import type { FleetRun } from '../manifest/fleet-shape.ts';
import type { Bound } from '../manifest/make-fleet.ts';
import type { Digest, ManifestFile } from '../manifest/shape.ts';
import { knownOf, strayBelow } from '../manifest/stray.ts';
import { knownIn } from '../manifest/verify-fleet.ts';
import { hasCode } from '../outputs/cannot-write.ts';
import { manifestName, signatureName } from '../outputs/names.ts';
import { planName } from './plan.ts';
import { notesIn, runFoldersIn } from './read-folder.ts';

/** @param files the names of the report itself */
export async function boundIn(folder: string, files: readonly string[]): Promise<Bound> {
  const sources: ManifestFile[] = [];
  const notes = (await notesIn(folder)).map(({ name }) => name);
  for (const name of [planName, organizationName, ...notes]) {
    const found = await digestIn(folder, name);
    if (found) sources.push({ name, ...found });
  }
  const folders = await runFoldersIn(folder);
  const newest = new Map(folders.map(({ account, name }) => [account, name]));
  const runs: FleetRun[] = [];
  for (const { account, name } of folders) {
    const signature = await digestIn(join(folder, name), signatureName);
    runs.push({
      account,
      folder: name,
      manifest: (await digestIn(join(folder, name), manifestName)) ?? null,
      ...(signature && { signature }),
      ...(newest.get(account) === name ? {} : { earlier: true }),
    });
  }
  const own = files.map((name) => ({ name }));
  const known = knownOf(knownIn({ base: '.', files: own, sources, runs }));
  return { base: '.', sources, runs, beside: await strayBelow(folder, known) };
}

/** Undefined where there is no such file. Throws a `UserError` where it cannot be read. */
async function digestIn(folder: string, name: string): Promise<Digest | undefined> {
  const path = join(folder, name);
  try {
    if (!(await stat(path)).isFile()) return undefined;
    return await digestOf(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new UserError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
}
