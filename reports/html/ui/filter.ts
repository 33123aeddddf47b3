/**
 * Which findings are shown. What is asked is decided once for each distinct value of a column; a pass over the rows
 * (passes.ts) then looks up numbers.
 */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { type Criteria, wellFormed } from './criteria.ts';
import { controlsOf } from '../control-names.ts';
import { flags } from './flags.ts';
import { type Flags, intersect, narrow, placesOf } from './passes.ts';
import { textRows, words } from './search.ts';
import { servicesOf } from './services.ts';
import type { Store } from './store.ts';

/** The rows that meet every criterion, in the order of the store. */
export function filter(store: Store, criteria: Criteria): Uint32Array {
  const rows = new Uint8Array(store.size).fill(1);
  for (const [column, allowed] of limitsOf(store, criteria)) narrow(rows, column, allowed);
  if (criteria.mark !== '') intersect(rows, marked(store, criteria.mark));
  for (const word of words(criteria.q)) intersect(rows, textRows(store, word));
  return placesOf(rows);
}

/** A column, and which of its values are allowed. */
type Limit = readonly [column: Uint32Array, allowed: Flags];

function limitsOf(store: Store, criteria: Criteria): readonly Limit[] {
  const { columns, types, typeOf, regions, arns, checks } = store;
  const limits: Limit[] = [];
  const limit = <T>(
    wanted: string,
    column: Uint32Array,
    values: readonly T[],
    test: (value: T) => boolean,
  ) => {
    if (wanted !== '') limits.push([column, flags(values, test)]);
  };
  const { outcome, severity, owner, region, resource, type, check, control } = criteria;
  limit(outcome, columns.outcome, outcomes, oneOf(outcome));
  limit(severity, columns.severity, severities, oneOf(severity));
  limit(owner, columns.owner, owners, oneOf(owner));
  limit(region, columns.region, regions, only(region));
  limit(resource, columns.resource, arns, only(resource));
  const place = types.indexOf(type);
  limit(type, columns.resource, typeOf, (each) => each === place);
  limit(check, columns.check, checks, ({ id }) => id === check);
  limit(control, columns.check, checks, (each) => controlsOf(each).includes(control));
  const { service, line } = criteria;
  if (service === '' && line === '') return limits;
  const services = servicesOf(store);
  limit(service, services.column, services.ids, (each) => each === service);
  // Of a responsibility line the service stands first: that of the finding, where its check is of another.
  const [ofLine = ''] = line.split('.');
  const duty = line.slice(ofLine.length);
  limit(line, services.column, services.ids, (each) => each === ofLine);
  limit(
    line,
    columns.check,
    checks,
    ({ responsibility }) => responsibility.replace(/^[^.]+/, '') === duty,
  );
  return limits;
}

/** Several values stand with commas between them. */
function oneOf(wanted: string): (value: string) => boolean {
  const several = new Set(wanted.split(','));
  return (value) => several.has(value);
}

/** Values may repeat, as ARNs of resources of two types do. */
function only(wanted: string): (value: string) => boolean {
  const isMended = wanted.includes('\ufffd');
  return (value) => value === wanted || (isMended && wellFormed(value) === wanted);
}

/** All rows for a mark that there is not. */
function marked({ latent, muted, size }: Store, mark: string): Flags {
  if (mark === 'latent') return latent;
  const rows = new Uint8Array(size);
  if (mark !== 'muted') return rows.fill(1);
  for (const row of muted.keys()) rows[row] = 1;
  return rows;
}
