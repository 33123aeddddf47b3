/** `srm-scan verify`: whether a folder is as the run left it, and who vouches for that. */
import { stat } from 'node:fs/promises';
import { newestIn } from '../run/outputs/latest.ts';
import { manifestName, signatureName } from '../run/outputs/names.ts';
import { ManifestFault, type ReadManifest, readManifest } from '../run/manifest/read.ts';
import type { Manifest } from '../run/manifest/shape.ts';
import { type Fault, verifyFiles } from '../run/manifest/verify.ts';
import { checkSignature, readPublicKey, type Signed } from '../run/signing/check.ts';
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
  const faults = [
    ...signatureFaults(signed, key !== undefined),
    ...(await verifyFiles(folder, found.manifest)),
  ];
  if (faults.length > 0) return refuted(faults);
  told(folder, found.manifest, signed);
  return 0;
}

async function refuseNoFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    throw new UserError(`${folder}: ${whyUnreadable(error, 'folder')}`, { cause: error });
  });
  if (!found.isDirectory()) throw new UserError(`${folder} is a file; name the folder of a run`);
}

async function foundIn(folder: string): Promise<ReadManifest | { readonly fault: Fault }> {
  try {
    const found = await readManifest(folder);
    if (found) return found;
  } catch (error) {
    if (error instanceof ManifestFault) return { fault: { file: manifestName, what: error.what } };
    throw error;
  }
  const newest = await newestIn(folder);
  if (newest === undefined) return { fault: { file: manifestName, what: 'is missing' } };
  throw new UserError(`${folder} holds the folders of runs; name one of them, such as ${newest}`);
}

function signatureFaults(signed: Signed, isAskedFor: boolean): readonly Fault[] {
  if (signed.is === 'wrong') return [{ file: signatureName, what: signed.why }];
  if (signed.is !== 'unsigned' || !isAskedFor) return [];
  return [{ file: signatureName, what: 'is missing: the folder is not signed' }];
}

function refuted(faults: readonly Fault[]): 1 {
  for (const { file, what } of faults) print(`${file} ${what}`);
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
