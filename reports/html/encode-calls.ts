import { hash } from 'node:crypto';
import type { CallLine, ReportReader } from '../../src/report/model.ts';
import { internedTexts } from '../../src/text/interned.ts';
import { createBytes, recordOf } from './bytes.ts';
import { callIdHash, callIdText } from './call-id.ts';
import type { Resources } from './encode-resources.ts';
import { type Growing, growing } from './growing.ts';
import type { CallColumn, CallsHead } from './wire.ts';
import { callColumns, inputMarks } from './wire.ts';

const rowsInRecord = 10_000;

export function* callRecords(report: ReportReader, resources: Resources): Generator<Uint8Array> {
  const lists = {
    resources,
    inputs: growing(internedTexts()),
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
  readonly resources: Resources;
  readonly inputs: Growing<string>;
  readonly services: Growing<string>;
  readonly operations: Growing<string>;
  readonly regions: Growing<string>;
  readonly hashes: Growing<string>;
  readonly statuses: Growing<CallLine['status']>;
}

function callRecord(calls: readonly CallLine[], lists: CallLists): Uint8Array {
  const bytes = createBytes();
  const requests = calls.map(({ requestId }) => written(requestId));
  const inputs = calls.map(({ input }) => (input === undefined ? '' : JSON.stringify(input)));
  const marked = calls.map(({ input = {} }, row) => markedInput(input, inputs[row] ?? '', lists));
  const places = calls.map(({ sha256 }) => lists.hashes.place(sha256));
  const newHashes = lists.hashes.takeNew();
  const hashes = newHashes.map(written);
  const columns: Record<CallColumn, readonly number[]> = {
    service: calls.map(({ service }) => lists.services.place(service)),
    operation: calls.map(({ operation }) => lists.operations.place(operation)),
    region: calls.map(({ region }) => lists.regions.place(region)),
    at: calls.map(({ at }) => momentOf(at) ?? 0),
    attempts: calls.map(({ attempts }) => attempts),
    status: calls.map(({ status }) => lists.statuses.place(status)),
    input: marked.map(({ text }) => lists.inputs.place(text)),
    about: marked.map(({ about }) => about),
    hash: places,
    hashForm: hashes.map(({ form }) => form),
    request: requests.map(({ form }) => form),
  };
  for (const name of callColumns) bytes.column(columns[name]);
  for (const { hex } of [...hashes, ...requests]) bytes.hex(hex);
  const head: CallsHead = {
    kind: 'calls',
    rows: calls.length,
    services: lists.services.takeNew(),
    operations: lists.operations.takeNew(),
    regions: lists.regions.takeNew(),
    statuses: lists.statuses.takeNew(),
    newHashes: hashes.length,
    hashes: hashes.flatMap(({ text }) => text ?? []),
    requests: requests.flatMap(({ text }) => text ?? []),
    inputs: lists.inputs.takeNew(),
    moments: calls.flatMap(({ at }, row) =>
      momentOf(at) === undefined ? [[row, at] as const] : [],
    ),
    errors: calls.flatMap(({ error }, row) => (error ? [[row, error] as const] : [])),
    ids: calls.flatMap(({ id, ...call }, row) =>
      id === idOf(call, inputs[row] ?? '') ? [] : [[row, id] as const],
    ),
  };
  return recordOf(head, bytes.take());
}

/** Milliseconds since 1970; undefined where they do not tell how the moment was written, or have too many digits. */
function momentOf(at: string): number | undefined {
  const moment = Date.parse(at);
  const isUsual = moment >= 0 && moment < 1e15 && new Date(moment).toISOString() === at;
  return isUsual ? moment : undefined;
}

/** The JSON of an input, with a mark for the first member that is the ARN of a resource, or the last part of one. */
function markedInput(
  input: Readonly<Record<string, unknown>>,
  text: string,
  { resources }: CallLists,
): { readonly text: string; readonly about: number } {
  for (const [name, value] of Object.entries(input)) {
    if (typeof value !== 'string') continue;
    const withArn = resources.withArn(value);
    const about = withArn ?? resources.withTail(value);
    const mark = withArn === undefined ? inputMarks.tail : inputMarks.arn;
    const member = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
    // Only where the member stands once can it be put back.
    if (about === undefined || text.split(member).length !== 2) continue;
    return { text: text.replace(member, () => `${JSON.stringify(name)}:${mark}`), about };
  }
  return { text, about: 0 };
}

/** How a request id or a hash is written: as a text, or as bytes where hex digits are all that it is made of. */
interface Written {
  readonly form: number;
  readonly text?: string;
  readonly hex: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function written(id: string | null): Written {
  if (id === null) return { form: 0, hex: '' };
  if (uuid.test(id)) return { form: 2, hex: id.replaceAll('-', '') };
  if (/^(?:[0-9a-f]{2})+$/.test(id)) return { form: 3 + id.length / 2, hex: id };
  return { form: 1, text: id, hex: '' };
}

function idOf(call: Omit<CallLine, 'id'>, input: string): string {
  return callIdText(call, input, (text) => hash('sha256', text).slice(0, callIdHash));
}
