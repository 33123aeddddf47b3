/** The calls in the browser: columns, and one object at a time. */
import type { CallLine } from '../../../src/report/model.ts';
import { callIdHash, callIdText } from '../call-id.ts';
import { type CallColumn, callColumns, type CallsHead } from '../wire.ts';
import { readColumns } from './columns.ts';
import { at } from './dom.ts';
import { sha256 } from './sha256.ts';

export type CallShown = CallLine;

export interface CallStore {
  readonly columns: Record<CallColumn, Float64Array>;
  readonly services: string[];
  readonly operations: string[];
  readonly regions: string[];
  readonly statuses: CallLine['status'][];
  readonly hashes: string[];
  readonly requests: (string | null)[];
  readonly inputs: string[];
  readonly errors: Map<number, NonNullable<CallLine['error']>>;
  readonly ids: Map<number, string>;
  size: number;
}

export function createCallStore(rows: number): CallStore {
  const column = () => new Float64Array(rows);
  return {
    columns: {
      service: column(),
      operation: column(),
      region: column(),
      at: column(),
      attempts: column(),
      status: column(),
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
    errors: new Map(),
    ids: new Map(),
    size: 0,
  };
}

export function addCalls(store: CallStore, head: CallsHead, body: Uint8Array): void {
  const first = store.size;
  const reader = readColumns(body);
  for (const name of callColumns) reader.into(store.columns[name], first, head.rows);
  store.services.push(...head.services);
  store.operations.push(...head.operations);
  store.regions.push(...head.regions);
  store.statuses.push(...head.statuses);
  for (let count = head.hashes; count > 0; count -= 1) store.hashes.push(reader.hex(32));
  let text = 0;
  for (let row = first; row < first + head.rows; row += 1) {
    const form = at(store.columns.request, row);
    store.requests.push(form === 1 ? at(head.requests, text) : hexRequest(form, reader.hex));
    if (form === 1) text += 1;
  }
  for (const input of head.inputs) store.inputs.push(input);
  for (const [row, error] of head.errors) store.errors.set(first + row, error);
  for (const [row, id] of head.ids) store.ids.set(first + row, id);
  store.size = first + head.rows;
}

function hexRequest(form: number, hex: (bytes: number) => string): string | null {
  if (form === 0) return null;
  if (form > 2) return hex(form - 3);
  return hex(16).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

export function callAt(store: CallStore, row: number): CallShown {
  const { columns, inputs, errors } = store;
  const what = {
    service: at(store.services, at(columns.service, row)),
    operation: at(store.operations, at(columns.operation, row)),
    region: at(store.regions, at(columns.region, row)),
  };
  const input = at(inputs, row);
  const error = errors.get(row);
  const hash = (text: string) => sha256(text, callIdHash);
  return {
    id: store.ids.get(row) ?? callIdText(what, input, hash),
    ...what,
    ...(input === '' ? {} : { input: JSON.parse(input) }),
    at: new Date(at(columns.at, row)).toISOString(),
    requestId: store.requests[row] ?? null,
    attempts: at(columns.attempts, row),
    sha256: at(store.hashes, at(columns.hash, row)),
    status: at(store.statuses, at(columns.status, row)),
    ...(error === undefined ? {} : { error }),
  };
}
