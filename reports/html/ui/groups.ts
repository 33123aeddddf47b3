/** Rows in groups: by check, resource or service, each row in one; by control, a row in each that its check serves. */
import { accountType, outcomes } from '../../../src/report/model.ts';
import { gravestFirst, type Weight } from '../../gravest-first.ts';
import { at } from './at.ts';
import { distribute, tally, valuesOf } from './passes.ts';
import { servicesOf } from './services.ts';
import { outcomeOf, serviceName, severityOf, type Store } from './store.ts';

/** What the reader may group by, and how the choice is called. */
export const groupings: readonly (readonly [string, string])[] = [
  ['check', 'Check'],
  ['resource', 'Resource'],
  ['service', 'Service'],
  ['control', 'Control'],
  ['none', 'None: one list'],
];

export interface Group {
  /** What it is named, and what identifies it where that is another text. */
  readonly name: string;
  readonly id?: string;
  readonly rows: Uint32Array;
}

/** There may be as many as resources: each is made when it is asked for. */
export interface Groups {
  readonly count: number;
  /** How many rows one has. */
  sizeOf(place: number): number;
  at(place: number): Group;
}

/** In the order in which their first rows stand, so that the gravest comes first where rows are as in the report. */
export function groupsOf(
  store: Store,
  rows: Uint32Array,
  grouping: string,
  framework: string,
): Groups {
  const { columns, checks, names, types, typeOf } = store;
  switch (grouping) {
    case 'resource':
      return byColumn(rows, columns.resource, names.length, (place) => ({
        name: at(names, place),
        id: at(types, at(typeOf, place)),
      }));
    case 'service': {
      const { ids, column } = servicesOf(store);
      return byColumn(rows, column, ids.length, (place) => ({
        name: serviceName(store, at(ids, place)),
      }));
    }
    case 'control':
      return byControl(store, rows, framework);
    default:
      return byColumn(rows, columns.check, checks.length, (place) => {
        const { id, title } = at(checks, place);
        return { name: title, id };
      });
  }
}

/** Groups of checks: those that fail as everywhere else; what does not fail keeps its place behind them. */
export function failingFirst(store: Store, groups: Groups): Groups {
  const order = Array.from({ length: groups.count }, (_, place) => ({
    place,
    weight: weightOf(store, groups.at(place)),
  })).toSorted(({ weight: a }, { weight: b }) => {
    if (a && b) return gravestFirst(a, b);
    return Number(b !== undefined) - Number(a !== undefined);
  });
  return {
    count: groups.count,
    sizeOf: (place) => groups.sizeOf(at(order, place).place),
    at: (place) => groups.at(at(order, place).place),
  };
}

function weightOf(store: Store, { id: check = '', rows }: Group): Weight | undefined {
  const [first] = rows;
  if (first === undefined || outcomeOf(store, first) !== 'fail') return undefined;
  const { columns, latent, typeOf, types } = store;
  const { outcome, severity, resource } = columns;
  const account = types.indexOf(accountType);
  let count = 0;
  let live = 0;
  for (const row of rows) {
    if (outcome[row] !== outcome[first] || severity[row] !== severity[first]) break;
    count += 1;
    if (latent[row] === 0 && typeOf[at(resource, row)] !== account) live += 1;
  }
  return { check, severity: severityOf(store, first), count, live };
}

function byColumn(
  rows: Uint32Array,
  column: Uint32Array,
  values: number,
  named: (value: number) => Omit<Group, 'rows'>,
): Groups {
  const { order, rowsOf, sizeOf } = divided(rows, column, values);
  return {
    count: order.length,
    sizeOf: (place) => sizeOf(at(order, place)),
    at: (place) => {
      const value = at(order, place);
      return { ...named(value), rows: rowsOf(value) };
    },
  };
}

/** The rows of each value, and the values in the order in which they come first. */
function divided(rows: Uint32Array, column: Uint32Array, values: number) {
  const counts = tally(rows, column, values);
  const order = valuesOf(rows, column, values);
  const next = new Uint32Array(values);
  let from = 0;
  for (const value of order) {
    next[value] = from;
    from += at(counts, value);
  }
  const all = distribute(rows, column, next);
  const sizeOf = (value: number) => at(counts, value);
  const rowsOf = (value: number) => all.subarray(at(next, value) - sizeOf(value), at(next, value));
  return { order, sizeOf, rowsOf };
}

function byControl(store: Store, rows: Uint32Array, framework: string): Groups {
  const { columns, checks, start } = store;
  const { sizeOf, rowsOf } = divided(rows, columns.check, checks.length);
  const members = new Map<string, number[]>();
  for (const [place, { claims }] of checks.entries()) {
    if (sizeOf(place) === 0) continue;
    const controls = claims.flatMap((claim) =>
      claim.framework === framework ? claim.control : [],
    );
    for (const control of new Set(controls)) {
      members.set(control, [...(members.get(control) ?? []), place]);
    }
  }
  const titles = new Map(Object.entries(start.controlTitles[framework] ?? {}));
  const order = new Intl.Collator('en-GB', { numeric: true });
  const groups = [...members].toSorted(([a], [b]) => order.compare(a, b));
  const size = (own: readonly number[]) => own.reduce((sum, check) => sum + sizeOf(check), 0);
  return {
    count: groups.length,
    sizeOf: (place) => size(at(groups, place)[1]),
    at: (place) => {
      const [control, own] = at(groups, place);
      const title = titles.get(control);
      return {
        name: title === undefined ? control : `${control} ${title}`,
        id: framework,
        rows: inOrder(own.map(rowsOf), size(own)),
      };
    },
  };
}

/** Rows of several lists as one, in the order of the store. */
function inOrder(lists: readonly Uint32Array[], size: number): Uint32Array {
  const all = new Uint32Array(size);
  let from = 0;
  for (const list of lists) {
    all.set(list, from);
    from += list.length;
  }
  return lists.length === 1 ? all : all.toSorted();
}

/** How many rows of each outcome there are, by the outcome's place. */
export function countsOf({ columns }: Store, rows: Uint32Array): Uint32Array {
  return tally(rows, columns.outcome, outcomes.length);
}
