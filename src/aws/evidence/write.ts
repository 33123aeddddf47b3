/** Writes evidence as it comes. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { CallRecord } from './ledger.ts';
import { type EvidenceEnd, evidenceSchema, type EvidenceStart } from './record.ts';

export interface EvidenceWriter {
  readonly path: string;
  keep(record: CallRecord): void;
  finish(end: EvidenceEnd): Promise<void>;
}

/** Opens `path` for writing, as gzip. The caller moves it to its place when it is whole. */
export async function writeEvidence(path: string, start: EvidenceStart): Promise<EvidenceWriter> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await once(file, 'open');
  const lines = new PassThrough();
  const written = pipeline(lines, createGzip({ level: 6 }), file);
  // A failed write is told by `finish`; until then it must not end the process.
  written.catch(() => undefined);
  let calls = 0;
  lines.write(`${JSON.stringify({ record: 'scan', schema: evidenceSchema, ...start })}\n`);
  return {
    path,
    keep: (record) => {
      calls += 1;
      lines.write(callLine(record));
    },
    finish: async (end) => {
      lines.end(`${JSON.stringify({ record: 'end', ...end, calls })}\n`);
      await written;
    },
  };
}

/** The answer and the input are canonical JSON already. */
function callLine(record: CallRecord): string {
  const { answer, input, error, ...rest } = record;
  const head = JSON.stringify({ record: 'call', ...rest, ...(error ? { error } : {}) });
  const tail = answer === undefined ? '' : `,"answer":${answer}`;
  return `${head.slice(0, -1)},"input":${input}${tail}}\n`;
}
