/** Reads evidence back: untrusted input, held against its schema and its own hashes. */
import type { z } from 'zod';
import { UserError } from '../../text/user-error.ts';
import { canonicalAgain } from './canonical.ts';
import { callId, type CallRecord, seal } from './ledger.ts';
import { type Line, linesOf } from './lines.ts';
import {
  anyRecord,
  type callRecord,
  type Evidence,
  type EvidenceEnd,
  evidenceSchema,
  type EvidenceStart,
} from './record.ts';

/** Reads evidence, plain or gzip. Throws a `UserError` that names the line of the first fault. */
export function readEvidence(path: string): Promise<Evidence> {
  return readRecords(linesOf(path), path);
}

/** The same for lines from elsewhere. @param path where they came from, for errors */
export async function readRecords(lines: AsyncIterable<Line>, path: string): Promise<Evidence> {
  const calls = new Map<string, CallRecord>();
  let start: EvidenceStart | undefined;
  let end: EvidenceEnd | undefined;
  let number = 0;
  for await (const { text, isWhole } of lines) {
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
