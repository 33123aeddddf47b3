/** Holds the folder of a fleet against its manifest, and the run of each account against its own. */
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import { hasCode } from '../outputs/cannot-write.ts';
import { latestFileName, latestName, manifestName, signatureName } from '../outputs/names.ts';
import { knownOf, strayBelow } from './stray.ts';
import type { FleetManifest, FleetRun } from './fleet-shape.ts';
import { codeOf, ManifestFault, readManifest } from './read.ts';
import type { ManifestFile } from './shape.ts';
import { added, type Fault, faultsOf, verifyFiles } from './verify.ts';

/** The folder of all reports of one run of the job in AWS. */
export const reportsFolder = 'report';

export interface VerifiedFleet {
  /** Empty where all of it is as it was. Names are seen from the folder. */
  readonly faults: readonly Fault[];
  /** How many files of how many runs are as their manifests say. */
  readonly files: number;
  /** Folders of runs of which no manifest is known: of their files nobody can tell. */
  readonly unbound: readonly string[];
}

/** Throws a `UserError` where what the manifest is of is not at hand. */
export async function verifyFleet(folder: string, manifest: FleetManifest): Promise<VerifiedFleet> {
  const base = await baseOf(folder, manifest);
  const seen = (path: string) => (manifest.base === '.' ? path : `${manifest.base}/${path}`);
  const faults = [...(await faultsOf(folder, manifest.files))];
  const below = (found: readonly Fault[], of?: string) => {
    for (const { file, what } of found) {
      faults.push({ file: seen(of === undefined ? file : `${of}/${file}`), what });
    }
  };
  below(await faultsOf(base, manifest.sources));
  const unbound: string[] = [];
  let files = 0;
  for (const run of manifest.runs) {
    const place = join(base, run.folder);
    const gone = await noFolder(place);
    if (gone !== undefined) below([{ file: run.folder, what: gone }]);
    else if (run.manifest === null) unbound.push(seen(run.folder));
    else {
      const found = await verifyRun(place, { ...run, manifest: run.manifest });
      below(found.faults, run.folder);
      files += found.files;
    }
  }
  if (manifest.base !== '.') {
    const own = knownOf([...manifest.files.map(({ name }) => name), manifestName, signatureName]);
    for (const file of await strayBelow(folder, own)) faults.push({ file, what: added });
  }
  const stray = await strayBelow(base, knownOf([...knownIn(manifest), ...manifest.beside]));
  below(stray.map((file) => ({ file, what: added })));
  return { faults, files, unbound };
}

/** All that a manifest binds, and what lies beside by right; seen from the base. */
export function knownIn({
  base,
  files,
  sources,
  runs,
}: Pick<FleetManifest, 'base' | 'sources' | 'runs'> & {
  readonly files: readonly Pick<ManifestFile, 'name'>[];
}): readonly string[] {
  // Other reports of the run have manifests of their own.
  const own =
    base === '.'
      ? [manifestName, signatureName, latestName, latestFileName, ...files.map(({ name }) => name)]
      : [reportsFolder];
  return [...own, ...sources.map(({ name }) => name), ...runs.map((run) => run.folder)];
}

/** Nothing is looked at outside of what was handed over. */
async function baseOf(folder: string, { base }: FleetManifest): Promise<string> {
  if (base === '.') return folder;
  const parent = dirname(await realpath(folder));
  if (basename(parent) === reportsFolder) return dirname(parent);
  throw new UserError(
    `${folder}: the report is of a run in a bucket, and the accounts are not at hand; copy all that is below run=<run>/, and name ${reportsFolder}/${basename(folder)} in it`,
  );
}

async function noFolder(path: string): Promise<string | undefined> {
  try {
    return (await lstat(path)).isDirectory() ? undefined : 'is no folder any more';
  } catch (error) {
    return hasCode(error, 'ENOENT') ? 'is missing' : `cannot be read (${codeOf(error)})`;
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await noFolder(path)) !== 'is missing';
}

async function verifyRun(
  folder: string,
  { manifest, signature }: FleetRun & { readonly manifest: NonNullable<FleetRun['manifest']> },
): Promise<{ readonly faults: readonly Fault[]; readonly files: number }> {
  const own = signature === undefined ? [] : [{ name: signatureName, ...signature }];
  const faults = [...(await faultsOf(folder, [{ name: manifestName, ...manifest }, ...own]))];
  if (signature === undefined && (await isThere(join(folder, signatureName)))) {
    faults.push({ file: signatureName, what: added });
  }
  // Of what a changed manifest says nothing is to be told.
  if (faults.some(({ file }) => file === manifestName)) return { faults, files: 0 };
  try {
    const found = await readManifest(folder);
    if (!found) return { faults: [{ file: manifestName, what: 'is missing' }], files: 0 };
    const { files } = found.manifest;
    return {
      faults: [...faults, ...(await verifyFiles(folder, found.manifest))],
      files: files.length,
    };
  } catch (error) {
    if (!(error instanceof ManifestFault)) throw error;
    return { faults: [...faults, { file: manifestName, what: error.what }], files: 0 };
  }
}
