/** Finds the reports in a folder: in the folders of runs, and files that lie there by themselves. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UserError } from '../text/user-error.ts';

export interface ReportFolder {
  /** What may be a report, in the order of the names. */
  readonly candidates: readonly string[];
  /** What was passed over, each with why in half a sentence. */
  readonly others: readonly { readonly path: string; readonly why: string }[];
}

const reportName = 'report.json';
/** Lies beside what a run left; the rest of such a folder is the run's own. */
const manifestName = 'manifest.json';
const signatureName = 'manifest.dsse.json';
/** Lies beside the manifest of a fleet: the rest of such a folder is not only the fleet's. */
const fleetName = 'fleet.json';
/** Leads to the newest run, where a file system has no links. */
const latestFileName = 'latest.txt';

/** Looks into all folders below. Links are not followed: `latest` would count a run twice. Throws a `UserError` where nobody can look. */
export async function findReports(path: string): Promise<ReportFolder> {
  const top = await topOf(path);
  const candidates: string[] = [];
  const others: { path: string; why: string }[] = [];
  const isBelow = (place: string) => place === top || place.startsWith(`${top}${sep}`);
  // Told as the user named the folder.
  const named = (place: string) => join(path, relative(top, place));

  const look = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      throw new UserError(`${named(folder)}: the folder cannot be read`, { cause: error });
    });
    const files = new Set(entries.filter((each) => each.isFile()).map(({ name }) => name));
    const isFleet = files.has(fleetName);
    const isRun = files.has(manifestName) && !isFleet;
    const isFleets = (name: string) => isFleet && [manifestName, signatureName].includes(name);
    if (isRun && !files.has(reportName)) {
      others.push({ path: named(folder), why: `a run that left no ${reportName}` });
    }
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const place = join(folder, entry.name);
      const pass = (why: string) => void others.push({ path: named(place), why });
      if (entry.isSymbolicLink()) {
        const target = await realpath(place).catch(() => undefined);
        if (target === undefined || !isBelow(target)) pass('a link that leads out of the folder');
      } else if (entry.isDirectory()) {
        if (entry.name.startsWith('.')) pass('a hidden folder');
        else await look(place);
      } else if (!entry.isFile()) pass('no file');
      else if (entry.name === reportName) candidates.push(named(place));
      else if (isRun || entry.name === latestFileName || isFleets(entry.name)) continue;
      else if (entry.name.toLowerCase().endsWith('.json')) candidates.push(named(place));
      else pass('no JSON');
    }
  };
  await look(top);
  return { candidates, others };
}

async function topOf(path: string): Promise<string> {
  try {
    const top = await realpath(path);
    if ((await stat(top)).isDirectory()) return top;
  } catch (error) {
    throw new UserError(`${path}: there is no such folder`, { cause: error });
  }
  throw new UserError(`${path} is a file; name the folder that holds the reports`);
}
