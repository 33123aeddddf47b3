/** Which findings are shown. Texts are compared once for each distinct value, not once for each finding. */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { at } from './dom.ts';
import type { Store } from './store.ts';

/** What the reader chose; an empty text is no limit. */
export interface Criteria {
  /** Words that must all occur, in any of the texts. */
  readonly text: string;
  readonly outcome: string;
  readonly severity: string;
  readonly owner: string;
  readonly service: string;
  readonly region: string;
  readonly check: string;
  /** `<framework> <control>`, or `<framework>` alone. */
  readonly control: string;
  /** `latent` or `muted`. */
  readonly mark: string;
}

/** The rows that meet every criterion, in the order of the store. */
export function filter(store: Store, criteria: Criteria): Uint32Array {
  const { columns } = store;
  const tests = [
    only(columns.outcome, outcomes, criteria.outcome),
    only(columns.severity, severities, criteria.severity),
    only(columns.owner, owners, criteria.owner),
    only(columns.region, store.regions, criteria.region),
    markTest(store, criteria.mark),
    checkTest(store, criteria),
    ...words(criteria.text).map((word) => textTest(store, word)),
  ].filter((test) => test !== undefined);
  const rows = new Uint32Array(store.ids.length);
  let count = 0;
  for (let row = 0; row < store.ids.length; row += 1) {
    if (!tests.every((test) => test(row))) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

type Test = (row: number) => boolean;

function only(column: Uint32Array, values: readonly string[], wanted: string): Test | undefined {
  if (wanted === '') return undefined;
  const place = values.indexOf(wanted);
  return (row) => column[row] === place;
}

function markTest({ latent, muted }: Store, mark: string): Test | undefined {
  if (mark === 'latent') return (row) => latent.has(row);
  if (mark === 'muted') return (row) => muted.has(row);
  return undefined;
}

function checkTest(store: Store, { service, check, control }: Criteria): Test | undefined {
  if (service === '' && check === '' && control === '') return undefined;
  const allowed = flags(
    store.checks,
    (each) =>
      (service === '' || each.service === service) &&
      (check === '' || each.id === check) &&
      (control === '' || controlsOf(each.controls).includes(control)),
  );
  return (row) => allowed[at(store.columns.check, row)] === 1;
}

/** Each framework, and each of its controls, as the filter names them. */
export function controlsOf(controls: Store['checks'][number]['controls']): readonly string[] {
  return Object.entries(controls).flatMap(([framework, ids]) => [
    framework,
    ...(ids ?? []).map((id) => `${framework} ${id}`),
  ]);
}

function textTest(store: Store, word: string): Test {
  const has = (text: string) => text.toLowerCase().includes(word);
  const { columns } = store;
  const inCheck = flags(store.checks, ({ id, title, service, controls }) =>
    [id, title, service, ...controlsOf(controls)].some(has),
  );
  const inResource = flags(
    store.arns,
    (arn, place) =>
      has(arn) || has(at(store.names, place)) || has(at(store.types, at(store.typeOf, place))),
  );
  const inReasons = flags(store.reasons, (reasons) => reasons.some(has));
  const inRegion = flags(store.regions, has);
  return (row) =>
    inCheck[at(columns.check, row)] === 1 ||
    inResource[at(columns.resource, row)] === 1 ||
    inReasons[at(columns.reasons, row)] === 1 ||
    inRegion[at(columns.region, row)] === 1 ||
    at(store.ids, row).startsWith(word);
}

function flags<T>(list: readonly T[], test: (value: T, place: number) => boolean): Uint8Array {
  return Uint8Array.from(list, (value, place) => (test(value, place) ? 1 : 0));
}

export function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}
