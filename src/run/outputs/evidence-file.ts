/** The evidence of a run: written as the calls are answered, into the folder that gets the reports when they are made. */
import { join } from 'node:path';
import type { EvidenceSeal } from '../../aws/evidence/evidence-seal.ts';
import type { CallRecord } from '../../aws/evidence/ledger.ts';
import type { EvidenceEnd, EvidenceStart } from '../../aws/evidence/record.ts';
import { type EvidenceWriter, writeEvidence } from '../../aws/evidence/write.ts';
import { UserError } from '../../text/user-error.ts';
import { cannotWrite } from './cannot-write.ts';
import { evidenceName } from './names.ts';
import type { Output } from './output.ts';
import { openRunFolder, type RunFolder } from './run-folder.ts';

export interface EvidenceFile {
  keep(record: CallRecord): void;
  /** Says that the reading ended, and where the chain ends. */
  seal(end: EvidenceEnd): EvidenceSeal;
  /** Waits until all of it is written. Rejects with a `UserError` where it could not be; then nothing is left of it. */
  whole(): Promise<RunFolder>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Opens the file in the folder of a run. Throws a `UserError` where there is no place for one. */
export async function openEvidenceFile(
  output: Output,
  start: EvidenceStart,
): Promise<EvidenceFile> {
  if (output.to === 'stdout') {
    throw new UserError('--evidence needs a folder; leave out "--output -" or name a folder');
  }
  const folder = await openRunFolder(output.path, output.isShared);
  // A user knows it by the name that it will have.
  const path = join(output.path, evidenceName);
  const writer = await open(folder, start, path);
  return {
    keep: writer.keep,
    seal: writer.seal,
    whole: async () => {
      try {
        await writer.written();
      } catch (error) {
        await folder.discard();
        throw cannotWrite(path, error);
      }
      return folder;
    },
    discard: folder.discard,
  };
}

async function open(
  folder: RunFolder,
  start: EvidenceStart,
  path: string,
): Promise<EvidenceWriter> {
  try {
    return await writeEvidence(join(folder.part, evidenceName), start);
  } catch (error) {
    await folder.discard();
    throw cannotWrite(path, error);
  }
}
