/**
 * Which findings are shown. What is asked is decided once for each distinct value of a column; a pass over the rows then
 * looks up numbers, so that half a million of them are filtered within a tenth of a second.
 */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { at } from './at.ts';
import { type Criteria, wellFormed } from './criteria.ts';
import { controlsOf, flags, type Test } from './flags.ts';
import { textTest, words } from './search.ts';
import type { Store } from './store.ts';

/** The rows that meet every criterion, in the order of the store. */
export function filter(store: Store, criteria: Criteria): Uint32Array {
  let rows: Uint32Array = new Uint32Array(store.size);
  for (let row = 0; row < store.size; row += 1) rows[row] = row;
  for (const test of testsOf(store, criteria)) {
    let count = 0;
    for (const row of rows) {
      if (!test(row)) continue;
      rows[count] = row;
      count += 1;
    }
    rows = rows.subarray(0, count);
  }
  return rows;
}

function testsOf(store: Store, criteria: Criteria): readonly Test[] {
  const { columns } = store;
  const tests = [
    oneOf(columns.outcome, outcomes, criteria.outcome),
    oneOf(columns.severity, severities, criteria.severity),
    oneOf(columns.owner, owners, criteria.owner),
    only(columns.region, store.regions, criteria.region),
    only(columns.resource, store.arns, criteria.resource),
    typeTest(store, criteria.type),
    markTest(store, criteria.mark),
    checkTest(store, criteria),
    serviceTest(store, criteria),
  ];
  return [
    ...tests.filter((test) => test !== undefined),
    ...words(criteria.q).map((word) => textTest(store, word)),
  ];
}

/** Several values stand with commas between them. */
function oneOf(column: Uint32Array, values: readonly string[], wanted: string): Test | undefined {
  if (wanted === '') return undefined;
  const several = new Set(wanted.split(','));
  const allowed = flags(values, (value) => several.has(value));
  return (row) => allowed[at(column, row)] === 1;
}

/** Values may repeat, as ARNs of resources of two types do. */
function only(column: Uint32Array, values: readonly string[], wanted: string): Test | undefined {
  if (wanted === '') return undefined;
  const isMended = wanted.includes('\ufffd');
  const allowed = flags(
    values,
    (value) => value === wanted || (isMended && wellFormed(value) === wanted),
  );
  return (row) => allowed[at(column, row)] === 1;
}

function typeTest({ columns, types, typeOf }: Store, wanted: string): Test | undefined {
  if (wanted === '') return undefined;
  const place = types.indexOf(wanted);
  return (row) => typeOf[at(columns.resource, row)] === place;
}

function markTest({ latent, muted }: Store, mark: string): Test | undefined {
  if (mark === 'latent') return (row) => latent[row] === 1;
  if (mark === 'muted') return (row) => muted.has(row);
  return undefined;
}

function checkTest(store: Store, { check, control }: Criteria): Test | undefined {
  if (check === '' && control === '') return undefined;
  const allowed = flags(
    store.checks,
    (each) =>
      (check === '' || each.id === check) && (control === '' || controlsOf(each).includes(control)),
  );
  return (row) => allowed[at(store.columns.check, row)] === 1;
}

/** A finding may be of another service than its check: Aurora, by the checks of RDS. */
function serviceTest(store: Store, { service, line }: Criteria): Test | undefined {
  if (service === '' && line === '') return undefined;
  const { columns, checks, services } = store;
  const allowed = services.map((own) =>
    flags(checks, (check) => {
      const of = own === '' ? check.service : own;
      return (
        (service === '' || of === service) &&
        (line === '' || line === check.responsibility.replace(/^[^.]+/, of))
      );
    }),
  );
  return (row) => at(allowed, at(columns.service, row))[at(columns.check, row)] === 1;
}
