/** The names of what a run leaves under its output: `<account>-<moment>/`, the files in it, and what leads to the newest. */
import { formats } from '../../../reports/formats.ts';
import { summaryName } from '../../fleet/summarize.ts';
import type { ScanInfo } from '../../report/model.ts';

export const evidenceName = 'evidence.ndjson.gz';
export const manifestName = 'manifest.json';
/** The manifest's signature: a DSSE envelope. */
export const signatureName = 'manifest.dsse.json';
/** A link to the folder that was written last. */
export const latestName = 'latest';
/** Holds the name of that folder, where the file system has no links. */
export const latestFileName = 'latest.txt';

/** Every file of a run but the manifest and its signature. */
export const ownNames: readonly string[] = [
  ...Object.values(formats).map(({ file }) => file),
  summaryName,
  evidenceName,
];

/** The folder of a run: `123456789012-2026-11-22T15-41-07Z`. Sorts by account, then by time. */
export function runName({ account, startedAt }: Pick<ScanInfo, 'account' | 'startedAt'>): string {
  return `${account.id}-${startedAt.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}`;
}
