/** The service of each row. A finding may be of another than its check: Aurora, by the checks of RDS. */
import { at } from './at.ts';
import type { Store } from './store.ts';

export interface Services {
  readonly ids: readonly string[];
  /** For each row the place of its service among `ids`. */
  readonly column: Uint32Array;
}

const known = new WeakMap<Store, Services>();

/** Made once, when all findings are there. */
export function servicesOf(store: Store): Services {
  const there = known.get(store);
  if (there) return there;
  const { checks, services, columns } = store;
  const ids = [...new Set([...checks.map(({ service }) => service), ...services])].filter(
    (id) => id !== '',
  );
  const places = new Map(ids.map((id, place) => [id, place]));
  // Of each pair of the service that a finding tells, which most do not, and its check.
  const ofPair = Uint32Array.from(
    services.flatMap((own) => checks.map(({ service }) => places.get(own || service) ?? 0)),
  );
  const column = new Uint32Array(store.size);
  for (let row = 0; row < column.length; row += 1) {
    const pair = (columns.service[row] ?? 0) * checks.length + (columns.check[row] ?? 0);
    column[row] = at(ofPair, pair);
  }
  const made = { ids, column };
  known.set(store, made);
  return made;
}
