import { createHash } from 'node:crypto';
import type { CallLine, ReportReader } from '../../src/report/model.ts';
import { internedTexts } from '../../src/text/interned.ts';
import { createBytes, recordOf } from './bytes.ts';
import { callIdHash, callIdText } from './call-id.ts';
import { type Growing, growing } from './growing.ts';
import type { CallColumn, CallsHead } from './wire.ts';
import { callColumns } from './wire.ts';

const rowsInRecord = 10_000;

export function* callRecords(report: ReportReader): Generator<Uint8Array> {
  const lists = {
    services: growing(internedTexts()),
    operations: growing(internedTexts()),
    regions: growing(internedTexts()),
    hashes: growing(internedTexts()),
    statuses: statusList(),
  };
  let block: CallLine[] = [];
  for (const call of report.calls()) {
    block.push(call);
    if (block.length < rowsInRecord) continue;
    yield callRecord(block, lists);
    block = [];
  }
  if (block.length > 0) yield callRecord(block, lists);
}

function statusList(): Growing<CallLine['status']> {
  const entries: CallLine['status'][] = [];
  return growing({
    entries,
    place: (status) => {
      const known = entries.indexOf(status);
      return known >= 0 ? known : entries.push(status) - 1;
    },
  });
}

interface CallLists {
  readonly services: Growing<string>;
  readonly operations: Growing<string>;
  readonly regions: Growing<string>;
  readonly hashes: Growing<string>;
  readonly statuses: Growing<CallLine['status']>;
}

function callRecord(calls: readonly CallLine[], lists: CallLists): Uint8Array {
  const bytes = createBytes();
  const requests = calls.map(({ requestId }) => requestOf(requestId));
  const columns: Record<CallColumn, readonly number[]> = {
    service: calls.map(({ service }) => lists.services.place(service)),
    operation: calls.map(({ operation }) => lists.operations.place(operation)),
    region: calls.map(({ region }) => lists.regions.place(region)),
    at: calls.map(({ at }) => Date.parse(at)),
    attempts: calls.map(({ attempts }) => attempts),
    status: calls.map(({ status }) => lists.statuses.place(status)),
    hash: calls.map(({ sha256 }) => lists.hashes.place(sha256)),
    request: requests.map(({ form }) => form),
  };
  for (const name of callColumns) bytes.column(columns[name]);
  const hashes = lists.hashes.takeNew();
  for (const hash of hashes) bytes.hex(hash);
  for (const { hex } of requests) bytes.hex(hex);
  const inputs = calls.map(({ input }) => (input === undefined ? '' : JSON.stringify(input)));
  const head: CallsHead = {
    kind: 'calls',
    rows: calls.length,
    services: lists.services.takeNew(),
    operations: lists.operations.takeNew(),
    regions: lists.regions.takeNew(),
    statuses: lists.statuses.takeNew(),
    hashes: hashes.length,
    requests: requests.flatMap(({ text }) => text ?? []),
    inputs,
    errors: calls.flatMap(({ error }, row) => (error ? [[row, error] as const] : [])),
    ids: calls.flatMap(({ id, ...call }, row) =>
      id === idOf(call, inputs[row] ?? '') ? [] : [[row, id] as const],
    ),
  };
  return recordOf(head, bytes.take());
}

/** How a request id is written: as a text, or as bytes where hex digits are all that it is made of. */
interface Request {
  readonly form: number;
  readonly text?: string;
  readonly hex: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function requestOf(id: string | null): Request {
  if (id === null) return { form: 0, hex: '' };
  if (uuid.test(id)) return { form: 2, hex: id.replaceAll('-', '') };
  if (/^(?:[0-9a-f]{2})+$/.test(id)) return { form: 3 + id.length / 2, hex: id };
  return { form: 1, text: id, hex: '' };
}

function idOf(call: Omit<CallLine, 'id'>, input: string): string {
  return callIdText(call, input, (text) =>
    createHash('sha256').update(text).digest('hex').slice(0, callIdHash),
  );
}
