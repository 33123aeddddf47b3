/** Writes evidence as it comes. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { callLink, firstLink, lastLink } from './chain.ts';
import type { EvidenceSeal } from './evidence-seal.ts';
import type { CallRecord } from './ledger.ts';
import { type EvidenceEnd, evidenceSchema, type EvidenceStart } from './record.ts';

export interface EvidenceWriter {
  readonly path: string;
  keep(record: CallRecord): void;
  /** Writes the end and says where the chain ends. Nothing can be kept after it. */
  seal(end: EvidenceEnd): EvidenceSeal;
  /** Waits until all of it is on the disk. Rejects where something could not be written. */
  written(): Promise<void>;
}

/**
 * Opens `path` for writing, as gzip. The caller moves it to its place when it is whole.
 *
 * @param level of gzip: 1 is the fastest
 */
export async function writeEvidence(
  path: string,
  start: EvidenceStart,
  level = 6,
): Promise<EvidenceWriter> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await once(file, 'open');
  const lines = new PassThrough();
  const written = pipeline(lines, createGzip({ level }), file);
  // A failed write is told by `written`; until then it must not end the process.
  written.catch(() => undefined);
  const write = (line: string) => {
    if (!lines.destroyed) lines.write(`${line}\n`);
  };
  const scan = { record: 'scan', schema: evidenceSchema, ...start };
  let link = firstLink(scan);
  let calls = 0;
  write(JSON.stringify({ ...scan, chain: link }));
  return {
    path,
    keep: (record) => {
      calls += 1;
      link = callLink(link, calls, record);
      write(callLine(record, calls, link));
    },
    seal: (how) => {
      const end = { record: 'end', ...how, calls };
      link = lastLink(link, end);
      write(JSON.stringify({ ...end, chain: link }));
      lines.end();
      return { head: link, calls };
    },
    written: () => written,
  };
}

/** The answer and the input are canonical JSON already. */
function callLine(record: CallRecord, number: number, chain: string): string {
  const { answer, input, error, ...rest } = record;
  const head = { record: 'call', number, chain, ...rest, ...(error ? { error } : {}) };
  const tail = answer === undefined ? '' : `,"answer":${answer}`;
  return `${JSON.stringify(head).slice(0, -1)},"input":${input}${tail}}`;
}
