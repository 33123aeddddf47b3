/** The calls in the browser: columns, and one object at a time. */
import type { CallLine } from '../../../src/report/model.ts';
import { callIdHash, callIdText } from '../call-id.ts';
import { type CallColumn, callColumns, type CallsHead, inputMarks } from '../wire.ts';
import { readColumns } from './columns.ts';
import { at } from './at.ts';
import { sha256 } from './sha256.ts';

export type CallShown = CallLine;

export interface CallStore {
  readonly columns: Record<Exclude<CallColumn, 'hashForm'>, Float64Array>;
  readonly services: string[];
  readonly operations: string[];
  readonly regions: string[];
  readonly statuses: CallLine['status'][];
  readonly hashes: string[];
  readonly requests: (string | null)[];
  /** With their marks. */
  readonly inputs: string[];
  /** Moments that `at` does not tell. */
  readonly moments: Map<number, string>;
  readonly errors: Map<number, NonNullable<CallLine['error']>>;
  readonly ids: Map<number, string>;
  /** The last part of the ARN of a resource, and all of it. */
  readonly resource: (place: number) => { readonly tail: string; readonly arn: string };
  size: number;
}

/** Records of calls as they came. They are read when a call is first asked for, since the list of findings needs none. */
export interface WaitingCalls {
  add(head: CallsHead, body: Uint8Array): void;
  /** Calls that came. */
  size(): number;
  read(): CallStore;
}

export function createWaitingCalls(rows: number, resource: CallStore['resource']): WaitingCalls {
  const waiting: (readonly [CallsHead, Uint8Array])[] = [];
  let size = 0;
  let store: CallStore | undefined;
  return {
    add: (head, body) => {
      waiting.push([head, body]);
      size += head.rows;
    },
    size: () => size,
    read: () => {
      store ??= createCallStore(rows, resource);
      for (const [head, body] of waiting.splice(0)) addCalls(store, head, body);
      return store;
    },
  };
}

function createCallStore(rows: number, resource: CallStore['resource']): CallStore {
  const column = () => new Float64Array(rows);
  return {
    columns: {
      service: column(),
      operation: column(),
      region: column(),
      at: column(),
      attempts: column(),
      status: column(),
      input: column(),
      about: column(),
      hash: column(),
      request: column(),
    },
    services: [],
    operations: [],
    regions: [],
    statuses: [],
    hashes: [],
    requests: [],
    inputs: [],
    moments: new Map(),
    errors: new Map(),
    ids: new Map(),
    resource,
    size: 0,
  };
}

function addCalls(store: CallStore, head: CallsHead, body: Uint8Array): void {
  const first = store.size;
  const reader = readColumns(body);
  let hashForms: Uint32Array = new Uint32Array(0);
  for (const name of callColumns) {
    if (name === 'hashForm') hashForms = reader.next(head.newHashes);
    else reader.into(store.columns[name], first, head.rows);
  }
  store.services.push(...head.services);
  store.operations.push(...head.operations);
  store.regions.push(...head.regions);
  store.statuses.push(...head.statuses);
  for (const hash of written(hashForms, head.hashes, reader.hex)) store.hashes.push(hash ?? '');
  const forms = store.columns.request.subarray(first, first + head.rows);
  for (const request of written(forms, head.requests, reader.hex)) store.requests.push(request);
  for (const input of head.inputs) store.inputs.push(input);
  for (const [row, at] of head.moments) store.moments.set(first + row, at);
  for (const [row, error] of head.errors) store.errors.set(first + row, error);
  for (const [row, id] of head.ids) store.ids.set(first + row, id);
  store.size = first + head.rows;
}

/** @param texts those that are not written in hex, in their order */
function* written(
  forms: Iterable<number>,
  texts: readonly string[],
  hex: (bytes: number) => string,
): Generator<string | null> {
  let text = 0;
  for (const form of forms) {
    if (form === 0) yield null;
    else if (form === 1) {
      yield at(texts, text);
      text += 1;
    } else if (form === 2) {
      yield hex(16).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
    } else yield hex(form - 3);
  }
}

/** As JSON; empty where the call has none. */
function inputAt({ columns, inputs, resource }: CallStore, row: number): string {
  const input = at(inputs, at(columns.input, row));
  const isTail = input.includes(inputMarks.tail);
  if (!isTail && !input.includes(inputMarks.arn)) return input;
  const { tail, arn } = resource(at(columns.about, row));
  return isTail
    ? input.replace(inputMarks.tail, () => JSON.stringify(tail))
    : input.replace(inputMarks.arn, () => JSON.stringify(arn));
}

function hashOf(text: string): string {
  return sha256(text, callIdHash);
}

export function callAt(store: CallStore, row: number): CallShown {
  const { columns, errors } = store;
  const what = {
    service: at(store.services, at(columns.service, row)),
    operation: at(store.operations, at(columns.operation, row)),
    region: at(store.regions, at(columns.region, row)),
  };
  const input = inputAt(store, row);
  const error = errors.get(row);
  return {
    id: store.ids.get(row) ?? callIdText(what, input, hashOf),
    ...what,
    ...(input === '' ? {} : { input: JSON.parse(input) }),
    at: store.moments.get(row) ?? new Date(at(columns.at, row)).toISOString(),
    requestId: store.requests[row] ?? null,
    attempts: at(columns.attempts, row),
    sha256: at(store.hashes, at(columns.hash, row)),
    status: at(store.statuses, at(columns.status, row)),
    ...(error === undefined ? {} : { error }),
  };
}
