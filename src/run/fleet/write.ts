/** Writes the report of a fleet beside what it is made of, with the manifest that binds it all. */
import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fleetHtml } from '../../../reports/fleet/html.ts';
import { fleetJson } from '../../../reports/fleet/json.ts';
import type { FleetReport } from '../../fleet/model.ts';
import { UserError } from '../../text/user-error.ts';
import { digestOf } from '../manifest/digest.ts';
import { type Bound, fleetManifestOf } from '../manifest/make-fleet.ts';
import { textOf } from '../manifest/read.ts';
import { fleetManifestText } from '../manifest/text.ts';
import { blaming } from '../outputs/cannot-write.ts';
import { writeWhole } from '../outputs/folder.ts';
import { manifestName, signatureName } from '../outputs/names.ts';
import type { Signer } from '../signing/signer.ts';
import { statementOf } from '../signing/statement.ts';

/** What is read again: by the next run, for what changed since. */
export const fleetData = 'fleet.json';
const fleetPage = 'fleet.html';

/** The report itself. */
export const fleetFiles: readonly string[] = [fleetPage, fleetData];

export interface WrittenFleet {
  /** Where the files are. */
  readonly paths: readonly string[];
  /** Why there is no signature, although one was asked for. */
  readonly unsigned?: UserError;
  /** The folder was signed, as it was before. */
  readonly wasSigned?: true;
}

/** All of it or nothing, in place of what stands there. What cannot be signed is written without a signature. */
export async function writeFleet(
  folder: string,
  report: FleetReport,
  bound: Bound,
  signer?: Signer,
): Promise<WrittenFleet> {
  const parts: { readonly path: string; readonly part: string }[] = [];
  const write = async (name: string, pieces: Parameters<typeof writeWhole>[1]) => {
    const path = join(folder, name);
    const part = join(folder, `.${name}-${randomBytes(6).toString('hex')}.part`);
    parts.push({ path, part });
    await blaming(path, () => writeWhole(part, pieces));
    return { name, ...(await digestOf(part)) };
  };
  try {
    const files = [
      await write(fleetPage, fleetHtml(report)),
      await write(fleetData, fleetJson(report)),
    ];
    const manifest = fleetManifestOf(report, files, bound);
    const text = fleetManifestText(manifest);
    await write(manifestName, [text]);
    const signature = await signer?.sign(statementOf(manifest, text)).catch(asUserError);
    if (typeof signature === 'string') await write(signatureName, [signature]);
    const wasSigned = typeof signature !== 'string' && (await dropSignature(folder, text));
    for (const { path, part } of parts) await blaming(path, () => rename(part, path));
    return {
      paths: parts.map(({ path }) => path),
      ...(signature instanceof UserError && { unsigned: signature }),
      ...(wasSigned && { wasSigned }),
    };
  } catch (error) {
    await Promise.all(parts.map(({ part }) => rm(part, { force: true })));
    throw error;
  }
}

/** A signature of another manifest is none. Resolves to whether there was one. */
async function dropSignature(folder: string, text: string): Promise<boolean> {
  const path = join(folder, signatureName);
  if ((await textOf(path)) === undefined) return false;
  if ((await textOf(join(folder, manifestName))) === text) return false;
  await blaming(path, () => rm(path));
  return true;
}

function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}
