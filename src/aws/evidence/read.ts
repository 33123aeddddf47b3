/** Reads evidence back: untrusted input, held against its schema, its own hashes and its chain. */
import type { z } from 'zod';
import { shapeWords } from '../../text/shape-words.ts';
import { UserError } from '../../text/user-error.ts';
import { canonicalAgain } from './canonical.ts';
import { callLink, firstLink, lastLink } from './chain.ts';
import type { EvidenceSeal } from './evidence-seal.ts';
import { callId, type CallRecord, seal } from './ledger.ts';
import { type Line, linesOf } from './lines.ts';
import {
  anyRecord,
  type callRecord,
  type Evidence,
  type EvidenceEnd,
  evidenceSchema,
  type EvidenceStart,
  unchainedSchema,
} from './record.ts';

/** What is said of the calls of a file as a whole. */
export interface Sealed extends Pick<Evidence, 'start' | 'end'> {
  readonly seal: EvidenceSeal;
}

/** Reads evidence, plain or gzip. Throws a `UserError` that names the line of the first fault. */
export function readEvidence(path: string): Promise<Evidence> {
  return readRecords(linesOf(path), path);
}

/** The same for lines from elsewhere. @param path where they came from, for errors */
export async function readRecords(lines: AsyncIterable<Line>, path: string): Promise<Evidence> {
  const calls = new Map<string, CallRecord>();
  const about = await readCalls(lines, path, (call) => {
    calls.set(call.id, call);
  });
  return { ...about, calls };
}

/**
 * The same, call by call, so that none stays in memory: what is taken may still turn out to be of a file that was changed.
 *
 * @param take is handed each call in its order, and waited for where it gives a promise
 */
export async function readCalls(
  lines: AsyncIterable<Line>,
  path: string,
  take: (call: CallRecord) => void | Promise<void>,
): Promise<Sealed> {
  const ids = new Set<string>();
  let start: EvidenceStart | undefined;
  let end: EvidenceEnd | undefined;
  let chain: Chain = unchained;
  let number = 0;
  for await (const { text, isWhole } of lines) {
    number += 1;
    const where = `${path}, line ${number}`;
    if (end) throw new UserError(`${where}: there is more after the end record`);
    const { record, unlinked } = parseRecord(text, isWhole, where);
    if (record.record === 'scan') {
      if (start) throw new UserError(`${where}: a second scan record; a file holds one scan`);
      const { record: _kind, schema: _schema, chain: link, ...about } = record;
      chain = record.schema === unchainedSchema ? unchained : chained(unlinked, link, where);
      start = about;
    } else if (!start) {
      throw new UserError(`${where}: the first line must be a scan record (${evidenceSchema})`);
    } else if (record.record === 'end') {
      if (record.calls !== ids.size) {
        throw new UserError(
          `${where}: ${record.calls} calls were recorded but ${ids.size} are here`,
        );
      }
      const { record: _kind, calls: _calls, chain: link, ...how } = record;
      chain.end(unlinked, link, where);
      end = how;
    } else {
      const { chain: link, number: place, ...rest } = record;
      const call = toCall(rest, where);
      if (ids.has(call.id)) throw new UserError(`${where}: the call ${call.id} is here twice`);
      ids.add(call.id);
      chain.call({ call, place, link }, ids.size, where);
      await take(call);
    }
  }
  if (!start) throw new UserError(`${path} is empty; it is no evidence file of srm-scan`);
  if (!end) throw new UserError(`${path} is cut off: it has no end record. Use a whole file`);
  return { start, end, seal: { head: chain.head(), calls: ids.size } };
}

/** Holds each record against the one before it. Throws a `UserError` that names the record. */
interface Chain {
  call(
    record: {
      readonly call: CallRecord;
      readonly place: number | undefined;
      readonly link: string | undefined;
    },
    number: number,
    where: string,
  ): void;
  end(record: object, link: string | undefined, where: string): void;
  head(): EvidenceSeal['head'];
}

/** Of version 0.1.0, which had none. */
const unchained: Chain = {
  call: ({ link }, _number, where) => {
    refuseLink(link, where);
  },
  end: (_record, link, where) => {
    refuseLink(link, where);
  },
  head: () => null,
};

function refuseLink(link: string | undefined, where: string): void {
  if (link === undefined) return;
  throw new UserError(
    `${where}: the record is chained, but the scan record says ${unchainedSchema}, which has no chain; it was changed`,
  );
}

const removed = 'calls before it were taken out, or it was moved';
const added = 'it was added or moved';

function chained(scan: object, link: string | undefined, from: string): Chain {
  let before = firstLink(scan);
  if (link !== before) {
    throw new UserError(
      `${from}: the scan record does not match its seal; its start, Regions, selection or settings were changed`,
    );
  }
  return {
    call: ({ call, place, link: own }, number, where) => {
      if (place !== number) {
        const why = place !== undefined && place > number ? removed : added;
        throw new UserError(
          `${where}: ${call.id} is call ${number} of the file and says that it is call ${place ?? '?'}; ${why}`,
        );
      }
      before = callLink(before, number, call);
      if (own === before) return;
      throw new UserError(
        `${where}: the record of ${call.id} does not match its seal; it was changed, added or moved, or the line before it was`,
      );
    },
    end: (record, own, where) => {
      before = lastLink(before, record);
      if (own === before) return;
      throw new UserError(
        `${where}: the end record does not match its seal; how the scan ended was changed, or the line before it`,
      );
    },
    head: () => before,
  };
}

function parseRecord(text: string, isWhole: boolean, where: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    if (!isWhole) throw new UserError(`${where}: the file is cut off here. Use a whole file`);
    throw new UserError(`${where}: this is not JSON. An evidence file has one JSON record a line`);
  }
  const parsed = anyRecord.safeParse(json, { error: shapeWords });
  // A link is of what stands in the file, and not of what stands for members that are not there.
  if (parsed.success) return { record: parsed.data, unlinked: withoutLink(json) };
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') || 'the record';
  throw new UserError(`${where}: ${place}: ${issue?.message ?? 'is not as expected'}`);
}

function withoutLink(json: unknown): object {
  return Object.fromEntries(Object.entries(json ?? {}).filter(([name]) => name !== 'chain'));
}

function toCall(
  record: Omit<z.infer<typeof callRecord>, 'chain' | 'number'>,
  where: string,
): CallRecord {
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
