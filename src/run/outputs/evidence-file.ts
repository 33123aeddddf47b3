/** The evidence beside the reports: written as the calls are answered, in its place once it is whole. */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallRecord } from '../../aws/evidence/ledger.ts';
import type { EvidenceEnd, EvidenceStart } from '../../aws/evidence/record.ts';
import { type EvidenceWriter, writeEvidence } from '../../aws/evidence/write.ts';
import { UserError } from '../../text/user-error.ts';
import { besides, cannotWrite } from './folder.ts';
import type { Output } from './output.ts';

export interface EvidenceFile {
  keep(record: CallRecord): void;
  /** Puts the file in its place and returns its path. */
  finish(end: EvidenceEnd): Promise<string>;
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
  const path = join(output.path, 'evidence.ndjson.gz');
  const writer = await open(path, start);
  return {
    keep: writer.keep,
    finish: async (end) => {
      try {
        await writer.finish(end);
        await rename(writer.path, path);
      } catch (error) {
        throw cannotWrite(path, error);
      }
      return path;
    },
    discard: () => rm(writer.path, { force: true }),
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
