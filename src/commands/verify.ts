/** `srm-scan verify`: whether a folder is as a run, or the report of a fleet, left it, and who vouches for that. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { newestIn } from '../run/outputs/latest.ts';
import { manifestName, signatureName } from '../run/outputs/names.ts';
import type { FleetManifest } from '../run/manifest/fleet-shape.ts';
import {
  isOfRun,
  ManifestFault,
  readAnyManifest,
  type ReadFleetManifest,
  type ReadManifest,
} from '../run/manifest/read.ts';
import type { Manifest } from '../run/manifest/shape.ts';
import { type Fault, verifyFiles } from '../run/manifest/verify.ts';
import { reportsFolder, type VerifiedFleet, verifyFleet } from '../run/manifest/verify-fleet.ts';
import { checkSignature, readPublicKey, type Signed } from '../run/signing/check.ts';
import { listOf } from '../text/list-of.ts';
import { printable } from '../text/printable.ts';
import { whyUnreadable } from '../text/unreadable.ts';
import { UserError } from '../text/user-error.ts';
import { print } from './terminal.ts';
import { wrapText } from './text.ts';

export interface VerifyOptions {
  readonly key?: string;
}

/** 0: all of it is as it was; 1: something is not, by the name of the file. Throws a `UserError` where nobody can tell. */
export async function verifyCommand(folder: string, options: VerifyOptions): Promise<0 | 1> {
  const key = options.key === undefined ? undefined : await readPublicKey(options.key);
  await refuseNoFolder(folder);
  const found = await foundIn(folder);
  if ('fault' in found) return refuted([found.fault]);
  const signed = await checkSignature(folder, found, key);
  const faults = signatureFaults(signed, key !== undefined);
  if (!isOfRun(found)) return verifiedFleet(folder, found.manifest, signed, faults);
  const all = [...faults, ...(await verifyFiles(folder, found.manifest))];
  if (all.length > 0) return refuted(all);
  told(folder, found.manifest, signed);
  return 0;
}

async function verifiedFleet(
  folder: string,
  manifest: FleetManifest,
  signed: Signed,
  faults: readonly Fault[],
): Promise<0 | 1> {
  const verified = await verifyFleet(folder, manifest);
  const all = [...faults, ...verified.faults];
  if (all.length > 0) return refuted(all);
  toldOfFleet(folder, manifest, verified);
  printLine(signatureWords(signed));
  const { unbound } = verified;
  if (unbound.length === 0) return 0;
  throw new UserError(
    `${folder}: no manifest is known of ${listOf(unbound)}: whether the files there are as they were, nobody can tell; scan the account again`,
  );
}

async function refuseNoFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    throw new UserError(`${folder}: ${whyUnreadable(error, 'folder')}`, { cause: error });
  });
  if (!found.isDirectory()) throw new UserError(`${folder} is a file; name the folder of a run`);
}

async function foundIn(
  folder: string,
): Promise<ReadManifest | ReadFleetManifest | { readonly fault: Fault }> {
  try {
    const found = await readAnyManifest(folder);
    if (found) return found;
  } catch (error) {
    if (error instanceof ManifestFault) return { fault: { file: manifestName, what: error.what } };
    throw error;
  }
  const newest = (await newestIn(folder)) ?? (await newestReportIn(folder));
  if (newest === undefined) return { fault: { file: manifestName, what: 'is missing' } };
  throw new UserError(`${folder} holds the folders of runs; name one of them, such as ${newest}`);
}

/** Of a run of the job in AWS, copied out of its bucket: its reports sort by the moment. */
async function newestReportIn(folder: string): Promise<string | undefined> {
  const names: string[] = await readdir(join(folder, reportsFolder)).catch(() => []);
  const newest = names.toSorted().at(-1);
  return newest === undefined ? undefined : join(folder, reportsFolder, newest);
}

function signatureFaults(signed: Signed, isAskedFor: boolean): readonly Fault[] {
  if (signed.is === 'wrong') return [{ file: signatureName, what: signed.why }];
  if (signed.is !== 'unsigned' || !isAskedFor) return [];
  return [{ file: signatureName, what: 'is missing: the folder is not signed' }];
}

function refuted(faults: readonly Fault[]): 1 {
  for (const { file, what } of faults) print(`${printable(file)} ${what}`);
  return 1;
}

function told(folder: string, manifest: Manifest, signed: Signed): void {
  const { files, scan, tool, rules, materials = [] } = manifest;
  const what = files.length === 1 ? 'the 1 file is' : `all ${files.length} files are`;
  print(`${folder}: ${what} as the manifest says, and nothing was added`);
  const sample = scan.sample ? ', a sample and no account of anybody' : '';
  printLine(`Account ${scan.account}${sample}, scanned at ${scan.startedAt}, ${scan.status}`);
  printLine(`Judged by srm-scan ${tool.version}, rules ${rules.sha256 ?? 'not known'}`);
  for (const { kind, name, sha256 } of materials) {
    printLine(`Read with it by --${kind}, and no part of the folder: ${name}, SHA-256 ${sha256}`);
  }
  printLine(signatureWords(signed));
}

function toldOfFleet(
  folder: string,
  { files, sources, runs, fleet, judgedBy, unscanned, beside }: FleetManifest,
  verified: VerifiedFleet,
): void {
  const own = files.length + sources.length;
  const whole = `all ${own} files of the fleet and all ${verified.files} of its runs`;
  print(`${folder}: ${whole} are as the manifests say, and nothing was added`);
  const earlier = runs.filter((run) => run.earlier).length;
  const before = earlier === 0 ? '' : `; earlier runs beside those that count: ${earlier}`;
  const { accounts, complete, partial, suspended } = fleet;
  const counts = [
    `${complete} complete`,
    `${partial} partial`,
    `${fleet.unscanned} not scanned`,
    `${suspended} left out`,
  ];
  const sample = fleet.sample ? ', a sample and no account of anybody' : '';
  printLine(`Accounts: ${accounts}, of which ${counts.join(', ')}${before}${sample}`);
  printLine(`Scanned from ${fleet.startedAt ?? 'never'} to ${fleet.finishedAt ?? 'never'}`);
  for (const { version, rules, accounts: number } of judgedBy) {
    printLine(`Judged by srm-scan ${version}, rules ${rules ?? 'not known'}: ${number} accounts`);
  }
  for (const { account, reason, cause } of unscanned) {
    printLine(`Without a run that counts: ${account}, ${reason}: ${printable(cause)}`);
  }
  if (beside.length > 0) {
    printLine(`No part of it, and not looked at: ${listOf(beside.map((path) => printable(path)))}`);
  }
}

function printLine(text: string): void {
  print(wrapText(text, 2));
}

function signatureWords(signed: Signed): string {
  switch (signed.is) {
    case 'valid':
      return `Signed by the key ${signed.keyId}; the signature holds`;
    case 'unchecked':
      return `Signed, it says, by the key ${signed.keyIds.join(', ')}; not checked: that takes the public key, by --key FILE`;
    case 'unsigned':
    case 'wrong':
      return 'Not signed: whoever can write the folder can have written all of it anew';
  }
}
