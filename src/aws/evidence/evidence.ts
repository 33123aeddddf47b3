/**
 * Evidence: one record a line (NDJSON, gzip in files). The first says what was scanned, the last how it ended, and each
 * between them is one call with its answer or its error, sealed with a SHA-256. The same file, read again, gives the
 * same findings without any call to AWS.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { canonicalAgain } from './canonical.ts';
import { callId, type CallRecord, seal } from './ledger.ts';
import { UserError } from '../../text/user-error.ts';
import { severities } from '../../report/model.ts';

const evidenceSchema = 'srm-scan/evidence/1';

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
    settings: z.array(z.string()),
  }),
});

const callRecord = z.strictObject({
  record: z.literal('call'),
  id: z.string(),
  service: z.string(),
  operation: z.string(),
  region: z.string(),
  input: z.record(z.string(), z.unknown()),
  at: z.iso.datetime(),
  requestId: z.string().nullable(),
  attempts: z.int().nonnegative(),
  // What JSON.parse gave is JSON.
  answer: z.unknown().optional(),
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
  for await (const { text, isWhole } of linesOf(path)) {
    number += 1;
    const where = `${path}, line ${number}`;
    if (end) throw new UserError(`${where}: there is more after the end record`);
    const record = parseRecord(text, isWhole, where);
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

function parseRecord(text: string, isWhole: boolean, where: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    if (!isWhole) throw new UserError(`${where}: the file is cut off here. Use a whole file`);
    throw new UserError(`${where}: this is not JSON. An evidence file has one JSON record a line`);
  }
  const parsed = anyRecord.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') || 'the record';
  throw new UserError(`${where}: ${place}: ${issue?.message ?? 'is not as expected'}`);
}

function toCall(record: z.infer<typeof callRecord>, where: string): CallRecord {
  const { answer, error, record: _kind, ...rest } = record;
  const input = canonicalAgain(record.input);
  if (rest.id !== callId(rest.service, rest.operation, rest.region, input)) {
    throw new UserError(`${where}: the id ${rest.id} is not of this call; it was changed`);
  }
  if ((answer === undefined) === (error === undefined)) {
    throw new UserError(`${where}: a call has either an answer or an error`);
  }
  const exchange = {
    ...(answer === undefined ? {} : { answer: canonicalAgain(answer) }),
    ...(error === undefined ? {} : { error: withoutUndefined(error) }),
  };
  if (seal(exchange) !== rest.sha256) {
    throw new UserError(
      `${where}: the answer of ${rest.id} does not match its SHA-256; it was changed`,
    );
  }
  return { ...rest, ...exchange, input };
}

function withoutUndefined(error: { code: string; message: string; status?: number | undefined }) {
  const { status, ...rest } = error;
  return status === undefined ? rest : { ...rest, status };
}

/** A line of the file. The last one of a file that is cut off has no end. */
interface Line {
  readonly text: string;
  readonly isWhole: boolean;
}

async function* linesOf(path: string): AsyncGenerator<Line> {
  try {
    yield* split(textOf(path));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot read ${path}: ${wordsOf(error)}`, { cause: error });
  }
}

async function* textOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const source = path.endsWith('.gz') ? createGunzip() : new PassThrough();
  source.setEncoding('utf8');
  // An error of the file destroys the source with the same error, and so reaches the loop.
  pipeline(file, source).catch(() => undefined);
  for await (const chunk of source) yield String(chunk);
}

async function* split(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let begun: string[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      yield { text: [...begun, chunk.slice(from, at)].join(''), isWhole: true };
      begun = [];
      from = at + 1;
    }
    begun.push(chunk.slice(from));
  }
  const rest = begun.join('');
  if (rest !== '') yield { text: rest, isWhole: false };
}

/** What is wrong with a file, where the error's own words would not tell. */
function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'Z_BUF_ERROR') return 'it is cut off. Use a whole file';
  if (code === 'Z_DATA_ERROR') {
    return 'it is not gzip, or damaged, although its name ends in .gz';
  }
  return error instanceof Error ? error.message : String(error);
}
