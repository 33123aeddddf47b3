/** Writes the reports of a run into a folder of its own, with the manifest that binds them. */
import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AnyReporter, Reporter } from '../../../reports/reporter.ts';
import type { SentFindings } from '../../fleet/sent.ts';
import { summaryName, summaryOf } from '../../fleet/summarize.ts';
import type { ReportReader } from '../../report/model.ts';
import { UserError } from '../../text/user-error.ts';
import { digestOf } from '../manifest/digest.ts';
import { manifestOf } from '../manifest/make.ts';
import { ruleSetOf } from '../manifest/rules.ts';
import { manifestText } from '../manifest/text.ts';
import type { Signer } from '../signing/signer.ts';
import { statementOf } from '../signing/statement.ts';
import { blaming } from './cannot-write.ts';
import { manifestName, runName, signatureName } from './names.ts';
import type { Printer } from './printer.ts';
import { openRunFolder, type RunFolder } from './run-folder.ts';

/** Where a run leaves its files. */
export interface FolderOutput {
  readonly to: 'folder';
  /** The folder that holds one for each run. */
  readonly path: string;
  readonly reporters: readonly AnyReporter[];
  /** Prints what a browser must print; there where a reporter is of that kind. */
  readonly printer?: Printer;
  /** Signs the manifest of the run. */
  readonly signer?: Signer;
  /** Folder of the user's own checks, for the manifest to hold their hash. */
  readonly checksDir?: string;
  /** Other runs are written into it at the same time: none of them is the latest. */
  readonly isShared?: true;
  /** What came of sending the findings, for the summary. */
  readonly sent?: SentFindings;
}

type Pieces = ReturnType<AnyReporter['render']> | Iterable<Uint8Array>;

/** What a run has left. */
export interface Written {
  /** The files, where they stand now. */
  readonly paths: readonly string[];
  /** Why there is no signature, although one was asked for. */
  readonly unsigned?: UserError;
  /** Why what a browser must print is missing. */
  readonly unprinted?: UserError;
}

/**
 * Writes all of it, or nothing; what cannot be signed or printed is left out of it, for a scan is not to be had again.
 *
 * @param begun what holds the evidence already
 */
export async function writeToFolder(
  report: ReportReader,
  { path, reporters, printer, signer, checksDir, isShared, sent }: FolderOutput,
  begun?: RunFolder,
): Promise<Written> {
  const folder = begun ?? (await openRunFolder(path, isShared));
  const name = runName(report.scan);
  // A user knows the folder by the name that it will have.
  const write = (file: string, pieces: Pieces) =>
    blaming(join(path, name, file), () => writeWhole(join(folder.part, file), pieces));
  try {
    let unprinted: UserError | undefined;
    const written: string[] = [];
    for (const reporter of reporters) {
      if (!reporter.isPrinted) {
        await write(reporter.file, reporter.render(report));
        written.push(reporter.file);
        continue;
      }
      const printed = await print(reporter, report, printer).catch(asUserError);
      if (printed instanceof UserError) unprinted = printed;
      else {
        await write(reporter.file, [printed]);
        written.push(reporter.file);
      }
    }
    const summary = summaryOf(report, report.rules ?? null, written, { sent });
    await write(summaryName, [`${JSON.stringify(summary)}\n`]);
    const files = [];
    for (const file of (await readdir(folder.part)).toSorted()) {
      files.push({ name: file, ...(await digestOf(join(folder.part, file))) });
    }
    const manifest = manifestOf(report, files, ruleSetOf(checksDir));
    const text = manifestText(manifest);
    await write(manifestName, [text]);
    const signature = await signer?.sign(statementOf(manifest, text)).catch(asUserError);
    if (typeof signature === 'string') await write(signatureName, [signature]);
    const place = await blaming(join(path, name), () => folder.put(name));
    const isSigned = typeof signature === 'string';
    const names = [...files.map((file) => file.name), manifestName];
    return {
      paths: [...names, ...(isSigned ? [signatureName] : [])].map((file) => join(place, file)),
      ...(isSigned || signature === undefined ? {} : { unsigned: signature }),
      ...(unprinted && { unprinted }),
    };
  } catch (error) {
    await folder.discard();
    throw error;
  }
}

async function print(
  { render }: Reporter,
  report: ReportReader,
  printer: Printer | undefined,
): Promise<Buffer> {
  if (!printer) throw new Error('what must be printed needs a printer');
  return printer.print(render(report), report.scan.finishedAt);
}

function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

/** On the disk, and not only in the memory of the system. */
export async function writeWhole(path: string, pieces: Pieces): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(pieces), file);
}
