/** The resources of a report, each once, in the order of their ARNs. */
import type { Finding } from '../../src/report/model.ts';
import { internedResources, internedTexts } from '../../src/text/interned.ts';
import { createBytes, recordOf } from './bytes.ts';
import { growing } from './growing.ts';
import { type ResourceColumn, resourceColumns } from './wire.ts';

type Resource = Finding['resource'];

export interface Resources {
  readonly size: number;
  placeOf(resource: Resource): number;
  /** One whose ARN it is, or that ends with it (wire.ts). */
  withArn(arn: string): number | undefined;
  withTail(tail: string): number | undefined;
  inOrder(): Iterable<Resource>;
}

const rowsInRecord = 20_000;

/** Goes through the findings once; what is held of them are the resources. */
export function placesOfResources(findings: Iterable<Finding>): Resources {
  const { place, entries } = internedResources();
  for (const { resource } of findings) place(resource);
  const order = [...entries.keys()].toSorted((a, b) =>
    compare(arnAt(entries, a), arnAt(entries, b)),
  );
  const places = new Uint32Array(entries.length);
  for (const [rank, entry] of order.entries()) places[entry] = rank;
  const byArn = new Map<string, number>();
  const byTail = new Map<string, number>();
  for (const [rank, entry] of order.entries()) {
    const [resource] = entries.slice(entry, entry + 1);
    if (resource === undefined) continue;
    byArn.set(resource.arn, rank);
    byTail.set(tailOf(resource), rank);
  }
  return {
    size: entries.length,
    placeOf: (resource) => places[place(resource)] ?? 0,
    withArn: (arn) => byArn.get(arn),
    withTail: (tail) => byTail.get(tail),
    inOrder: function* inOrder() {
      for (const entry of order) yield* entries.slice(entry, entry + 1);
    },
  };
}

export function* resourceRecords(resources: Resources): Generator<Uint8Array> {
  const lists = { prefixes: growing(internedTexts()), types: growing(internedTexts()) };
  let block: Resource[] = [];
  for (const resource of resources.inOrder()) {
    block.push(resource);
    if (block.length < rowsInRecord) continue;
    yield resourceRecord(block, lists);
    block = [];
  }
  if (block.length > 0) yield resourceRecord(block, lists);
}

function resourceRecord(
  block: readonly Resource[],
  lists: Readonly<Record<'prefixes' | 'types', ReturnType<typeof growing<string>>>>,
): Uint8Array {
  const bytes = createBytes();
  const tails = block.map(tailOf);
  const hex = tails.map((tail) => hexEnd.exec(tail)?.[0] ?? '');
  const names = block.map(({ name }, row) => nameOf(name, tails[row] ?? ''));
  const columns: Record<ResourceColumn, readonly number[]> = {
    prefix: block.map(({ arn }, row) =>
      lists.prefixes.place(arn.slice(0, arn.length - (tails[row] ?? '').length)),
    ),
    type: block.map(({ type }) => lists.types.place(type)),
    hex: hex.map(({ length }) => length / 2),
    form: names.map(({ length }) => length),
  };
  for (const name of resourceColumns) bytes.column(columns[name]);
  for (const digits of hex) bytes.hex(digits);
  const head = {
    kind: 'resources',
    rows: block.length,
    prefixes: lists.prefixes.takeNew(),
    types: lists.types.takeNew(),
    tails: tails.map((tail, row) => tail.slice(0, tail.length - (hex[row] ?? '').length)),
    names: names.flat(),
  } as const;
  return recordOf(head, bytes.take());
}

/** Ids of AWS end so. */
const hexEnd = /(?:[0-9a-f]{2}){4,}$/;

/** What is written of a name: nothing, all of it, or what stands around the end of the ARN. */
function nameOf(name: string, tail: string): readonly string[] {
  if (name === tail) return [];
  const at = tail === '' ? -1 : name.indexOf(tail);
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + tail.length)];
}

/** The name, or what follows the last colon or slash. */
function tailOf({ arn, name }: Resource): string {
  if (name !== '' && arn.endsWith(name)) return name;
  return arn.slice(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);
}

function arnAt(entries: readonly Resource[], entry: number): string {
  return entries[entry]?.arn ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
