/** A report.json that somebody names: the file, or the folder of the run that left it. */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { json } from '../../reports/json.ts';
import { ManifestFault, readManifest } from '../run/manifest/read.ts';
import { faultOf } from '../run/manifest/verify.ts';
import { latestName, manifestName } from '../run/outputs/names.ts';
import { whyUnreadable } from '../text/unreadable.ts';
import { UserError } from '../text/user-error.ts';

/**
 * The file itself, whatever links lead to it: `latest` leads elsewhere when the next scan has ended. Throws a `UserError` where
 * there is none, and where a manifest beside it says that it was another.
 */
export async function reportFileAt(path: string): Promise<string> {
  const place = await realpath(path).catch((error: unknown) => {
    throw new UserError(`${path}: ${whyUnreadable(error, 'file or folder')}`, { cause: error });
  });
  const isFolder = (await stat(place)).isDirectory();
  const file = isFolder ? join(place, json.file) : place;
  if (isFolder && !(await isThere(file))) throw await noReport(path);
  await refuseChanged(file, isFolder);
  return file;
}

/** A file beside a manifest of something else is a file by itself. */
async function refuseChanged(file: string, isFolder: boolean): Promise<void> {
  const folder = dirname(file);
  const name = basename(file);
  if (!isFolder && name !== json.file) return;
  const found = await readManifest(folder).catch((error: unknown) => {
    // A file that was named itself may lie beside what somebody else calls a manifest.
    if (isFolder || !(error instanceof ManifestFault)) throw error;
    return undefined;
  });
  const listed = found?.manifest.files.find((each) => each.name === name);
  if (listed === undefined) return;
  const what = await faultOf(file, listed);
  if (what === undefined) return;
  throw new UserError(
    `${file} ${what}; it is not the report that ${join(folder, manifestName)} is of`,
  );
}

async function noReport(folder: string): Promise<UserError> {
  const latest = join(folder, latestName);
  return new UserError(
    (await isThere(latest))
      ? `${folder} holds the folders of runs; name one of them, such as ${latest}`
      : `${folder}: there is no ${json.file} in it; a scan writes it with --format json`,
  );
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
