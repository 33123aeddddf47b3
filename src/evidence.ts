/**
 * Evidence: one record a line (NDJSON, gzip in files). The first says what was scanned, the last how it ended, and each
 * between them is one call with its answer or its error, sealed with a SHA-256. The same file, read again, gives the
 * same findings without any call to AWS.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import type { CallRecord } from './aws/ledger.ts';
import { seal } from './aws/ledger.ts';
import { canonical } from './aws/canonical.ts';
import { UserError } from './errors.ts';
import { severities } from './report.ts';

export const evidenceSchema = 'srm-scan/evidence/1';

const startRecord = z.strictObject({
  record: z.literal('scan'),
  schema: z.literal(evidenceSchema),
  tool: z.strictObject({ name: z.literal('srm-scan'), version: z.string() }),
  startedAt: z.iso.datetime(),
  homeRegion: z.string(),
  selection: z.strictObject({
    checks: z.array(z.string()),
    services: z.array(z.string()),
    frameworks: z.array(z.string()),
    severity: z.enum(severities).nullable(),
    regions: z.array(z.string()),
  }),
});

const callRecord = z.strictObject({
  record: z.literal('call'),
  id: z.string(),
  service: z.string(),
  operation: z.string(),
  region: z.string(),
  input: z.record(z.string(), z.json()),
  at: z.iso.datetime(),
  requestId: z.string().nullable(),
  attempts: z.int().nonnegative(),
  answer: z.json().optional(),
  error: z
    .strictObject({ code: z.string(), message: z.string(), status: z.int().optional() })
    .optional(),
  sha256: z.string(),
});

const endRecord = z.strictObject({
  record: z.literal('end'),
  finishedAt: z.iso.datetime(),
  status: z.enum(['complete', 'partial']),
  endedBy: z.string().optional(),
  calls: z.int().nonnegative(),
});

const anyRecord = z.discriminatedUnion('record', [startRecord, callRecord, endRecord]);

export type EvidenceStart = Omit<z.infer<typeof startRecord>, 'record' | 'schema'>;
export type EvidenceEnd = Omit<z.infer<typeof endRecord>, 'record' | 'calls'>;

export interface Evidence {
  readonly start: EvidenceStart;
  readonly end: EvidenceEnd;
  /** By call id. */
  readonly calls: ReadonlyMap<string, CallRecord>;
}

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

/** Reads evidence, plain or gzip. Throws a `UserError` that names the line of the first fault. */
export async function readEvidence(path: string): Promise<Evidence> {
  const calls = new Map<string, CallRecord>();
  let start: EvidenceStart | undefined;
  let end: EvidenceEnd | undefined;
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    const where = `${path}, line ${number}`;
    if (end) throw new UserError(`${where}: there is more after the end record`);
    const record = parseRecord(line, where);
    if (record.record === 'scan') {
      if (start) throw new UserError(`${where}: a second scan record; a file holds one scan`);
      start = record;
    } else if (!start) {
      throw new UserError(`${where}: the first line must be a scan record (${evidenceSchema})`);
    } else if (record.record === 'end') {
      if (record.calls !== calls.size) {
        throw new UserError(
          `${where}: ${record.calls} calls were recorded but ${calls.size} are here`,
        );
      }
      end = record;
    } else {
      const call = toCall(record, where);
      if (calls.has(call.id)) throw new UserError(`${where}: the call ${call.id} is here twice`);
      calls.set(call.id, call);
    }
  }
  if (!start) throw new UserError(`${path} is empty; it is no evidence file of srm-scan`);
  if (!end) throw new UserError(`${path} is cut off: it has no end record. Use a whole file`);
  return { start, end, calls };
}

function parseRecord(line: string, where: string) {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new UserError(`${where}: this is not JSON. An evidence file has one JSON record a line`);
  }
  const parsed = anyRecord.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') || 'the record';
  throw new UserError(`${where}: ${place}: ${issue?.message ?? 'is not as expected'}`);
}

function toCall(record: z.infer<typeof callRecord>, where: string): CallRecord {
  const { answer, error, input, record: _kind, ...rest } = record;
  if ((answer === undefined) === (error === undefined)) {
    throw new UserError(`${where}: a call has either an answer or an error`);
  }
  const exchange = {
    ...(answer === undefined ? {} : { answer: canonical(answer) }),
    ...(error === undefined ? {} : { error: withoutUndefined(error) }),
  };
  if (seal(exchange) !== rest.sha256) {
    throw new UserError(
      `${where}: the answer of ${rest.id} does not match its SHA-256; it was changed`,
    );
  }
  return { ...rest, ...exchange, input: canonical(input) };
}

function withoutUndefined(error: { code: string; message: string; status?: number | undefined }) {
  const { status, ...rest } = error;
  return status === undefined ? rest : { ...rest, status };
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  try {
    await once(file, 'open');
  } catch (error) {
    throw new UserError(`cannot read ${path}: ${error instanceof Error ? error.message : ''}`);
  }
  const source = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  const failed = new Promise<never>((_, reject) => {
    source.once('error', reject);
  });
  failed.catch(() => undefined);
  const lines = createInterface({ input: source, crlfDelay: Infinity });
  try {
    for await (const line of lines) yield line;
    // readline ends quietly when its input fails.
    await Promise.race([failed, Promise.resolve()]);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot read ${path}: ${error instanceof Error ? error.message : ''}`);
  }
}
