/** Writes the report of a fleet beside what it is made of. */
import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fleetHtml } from '../../../reports/fleet/html.ts';
import { fleetJson } from '../../../reports/fleet/json.ts';
import type { FleetReport } from '../../fleet/model.ts';
import { blaming } from '../outputs/cannot-write.ts';
import { writeWhole } from '../outputs/folder.ts';

/** What is read again: by the next run, for what changed since. */
export const fleetData = 'fleet.json';

/** Both or neither, in place of those that stand there. Returns where they are. */
export async function writeFleet(folder: string, report: FleetReport): Promise<readonly string[]> {
  const files = [
    { name: 'fleet.html', pieces: fleetHtml(report) },
    { name: fleetData, pieces: fleetJson(report) },
  ].map(({ name, pieces }) => ({
    path: join(folder, name),
    part: join(folder, `.${name}-${randomBytes(6).toString('hex')}.part`),
    pieces,
  }));
  try {
    for (const { path, part, pieces } of files) await blaming(path, () => writeWhole(part, pieces));
    for (const { path, part } of files) await blaming(path, () => rename(part, path));
  } catch (error) {
    await Promise.all(files.map(({ part }) => rm(part, { force: true })));
    throw error;
  }
  return files.map(({ path }) => path);
}
