/** Rows in groups: by check, resource or service, each row in one; by control, a row in each that its check serves. */
import { accountType, outcomes } from '../../../src/report/model.ts';
import { gravestFirst, type Weight } from '../../gravest-first.ts';
import { at } from './at.ts';
import { outcomeOf, serviceOf, severityOf, type Store } from './store.ts';

/** What the reader may group by, and how the choice is called. */
export const groupings: readonly (readonly [string, string])[] = [
  ['check', 'Check'],
  ['resource', 'Resource'],
  ['service', 'Service'],
  ['control', 'Control'],
  ['none', 'None: one list'],
];

export interface Group {
  /** Tells it from the others, for the reader's unfolding. */
  readonly key: string;
  /** What it is named, and what identifies it where that is another text. */
  readonly name: string;
  readonly id?: string;
  readonly rows: Uint32Array;
}

/** In the order in which their first rows stand, so that the gravest comes first where rows are as in the report. */
export function groupsOf(
  store: Store,
  rows: Uint32Array,
  grouping: string,
  framework: string,
): readonly Group[] {
  const { columns, checks, names, arns } = store;
  switch (grouping) {
    case 'resource':
      return byColumn(rows, names.length, (row) => at(columns.resource, row)).map(
        ([place, own]) => ({
          key: at(arns, place),
          name: at(names, place),
          id: at(store.types, at(store.typeOf, place)),
          rows: own,
        }),
      );
    case 'service': {
      const services = [...new Set([...checks.map(({ service }) => service), ...store.services])];
      const places = new Map(services.map((service, place) => [service, place]));
      const placeOf = (row: number) => places.get(serviceOf(store, row)) ?? 0;
      return byColumn(rows, services.length, placeOf).map(([place, own]) => {
        const service = at(services, place);
        return { key: service, name: store.start.services[service] ?? service, rows: own };
      });
    }
    case 'control':
      return byControl(store, rows, framework);
    default:
      return byColumn(rows, checks.length, (row) => at(columns.check, row)).map(([place, own]) => {
        const { id, title } = at(checks, place);
        return { key: id, name: title, id, rows: own };
      });
  }
}

/** Those of checks that fail, as everywhere else; what does not fail keeps its place behind them. */
export function failingFirst(store: Store, groups: readonly Group[]): readonly Group[] {
  const weighed = groups.map((group) => ({ group, weight: weightOf(store, group) }));
  return weighed
    .toSorted(({ weight: a }, { weight: b }) => {
      if (a && b) return gravestFirst(a, b);
      return Number(b !== undefined) - Number(a !== undefined);
    })
    .map(({ group }) => group);
}

function weightOf(store: Store, { key, rows }: Group): Weight | undefined {
  const [first] = rows;
  if (first === undefined || outcomeOf(store, first) !== 'fail') return undefined;
  const severity = severityOf(store, first);
  const end = rows.findIndex(
    (row) => outcomeOf(store, row) !== 'fail' || severityOf(store, row) !== severity,
  );
  const gravest = end < 0 ? rows : rows.subarray(0, end);
  const account = store.types.indexOf(accountType);
  const live = gravest.filter(
    (row) => store.latent[row] === 0 && store.typeOf[at(store.columns.resource, row)] !== account,
  ).length;
  return { check: key, severity, count: gravest.length, live };
}

function byColumn(
  rows: Uint32Array,
  places: number,
  placeOf: (row: number) => number,
): readonly (readonly [place: number, rows: Uint32Array])[] {
  const counts = new Uint32Array(places);
  const order: number[] = [];
  for (const row of rows) {
    const place = placeOf(row);
    const count = at(counts, place);
    if (count === 0) order.push(place);
    counts[place] = count + 1;
  }
  const next = new Uint32Array(places);
  const all = new Uint32Array(rows.length);
  let from = 0;
  const groups = order.map((place) => {
    const until = from + at(counts, place);
    next[place] = from;
    const group = [place, all.subarray(from, until)] as const;
    from = until;
    return group;
  });
  for (const row of rows) {
    const place = placeOf(row);
    const slot = at(next, place);
    all[slot] = row;
    next[place] = slot + 1;
  }
  return groups;
}

function byControl(store: Store, rows: Uint32Array, framework: string): readonly Group[] {
  const ofCheck = new Map(
    byColumn(rows, store.checks.length, (row) => at(store.columns.check, row)),
  );
  const members = new Map<string, number[]>();
  for (const [place, { claims }] of store.checks.entries()) {
    if (!ofCheck.has(place)) continue;
    const controls = claims.flatMap((claim) =>
      claim.framework === framework ? claim.control : [],
    );
    for (const control of new Set(controls)) {
      members.set(control, [...(members.get(control) ?? []), place]);
    }
  }
  const titles = new Map(
    store.start.controls.flatMap((line) =>
      line.framework === framework ? [[line.control, line.title] as const] : [],
    ),
  );
  const order = new Intl.Collator('en-GB', { numeric: true });
  return [...members]
    .toSorted(([a], [b]) => order.compare(a, b))
    .map(([control, checks]) => {
      const title = titles.get(control);
      const own = checks.flatMap((check) => [...(ofCheck.get(check) ?? [])]);
      return {
        key: control,
        name: title === undefined ? control : `${control} ${title}`,
        id: framework,
        rows: Uint32Array.from(own).toSorted(),
      };
    });
}

/** How many rows of each outcome there are, by the outcome's place. */
export function countsOf(store: Store, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(outcomes.length);
  for (const row of rows) {
    const outcome = at(store.columns.outcome, row);
    counts[outcome] = at(counts, outcome) + 1;
  }
  return counts;
}
