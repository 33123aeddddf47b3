/** The evidence beside the reports: written as the calls are answered, and put in its place together with them. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceSeal } from '../../aws/evidence/evidence-seal.ts';
import type { CallRecord } from '../../aws/evidence/ledger.ts';
import type { EvidenceEnd, EvidenceStart } from '../../aws/evidence/record.ts';
import { type EvidenceWriter, writeEvidence } from '../../aws/evidence/write.ts';
import { UserError } from '../../text/user-error.ts';
import { evidenceName } from './earlier.ts';
import type { Output } from './output.ts';
import { besides, cannotWrite, type Ready } from './replace.ts';
import { tryFiles } from './trial.ts';

export interface EvidenceFile {
  keep(record: CallRecord): void;
  /** Says that the reading ended, and where the chain ends. */
  seal(end: EvidenceEnd): EvidenceSeal;
  /** Waits until all of it is written. Rejects with a `UserError` where it could not be; then nothing is left of it. */
  whole(): Promise<Ready>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Opens the file beside the reports of `output`. Throws a `UserError` where there is no place for one. */
export async function openEvidenceFile(
  output: Output,
  start: EvidenceStart,
): Promise<EvidenceFile> {
  if (output.to === 'stdout') {
    throw new UserError('--evidence needs a folder; leave out "--output -" or name a folder');
  }
  await tryFiles(output.path, [evidenceName]);
  const path = join(output.path, evidenceName);
  const writer = await open(path, start);
  const discard = () => rm(writer.path, { force: true });
  return {
    keep: writer.keep,
    seal: writer.seal,
    whole: async () => {
      try {
        await writer.written();
      } catch (error) {
        await discard();
        throw cannotWrite(path, error);
      }
      return { part: writer.path, path };
    },
    discard,
  };
}

async function open(path: string, start: EvidenceStart): Promise<EvidenceWriter> {
  try {
    // One that was killed may have left its own.
    await rm(besides(path), { force: true });
    return await writeEvidence(besides(path), start);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
