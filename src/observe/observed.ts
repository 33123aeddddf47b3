/**
 * What AWS told us, and what it did not.
 *
 * A value that came from AWS is an `Observed`: either known, with the calls that it rests on, or unreadable, with the
 * reason. There is no third case, no null and no default. Reading it is the only way in, and leaves a receipt.
 */

/** Why a value could not be read. */
export type UnreadableReason =
  | 'denied'
  | 'throttled'
  | 'unsupported'
  | 'failed'
  | 'region-disabled'
  | 'deadline';

/** The API call behind a value. `id` is the call's id in the report; it is the same for the same call of every scan. */
export interface Source {
  readonly id: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** Whether it was asked for that Region, and not for the whole account. */
  readonly regional: boolean;
}

/** Why one call gave no usable answer. `detail` keeps AWS's own words. */
export interface Cause {
  readonly reason: UnreadableReason;
  readonly detail: string;
  readonly source: Source;
}

type State<T> =
  | { readonly known: true; readonly value: T; readonly sources: readonly Source[] }
  | { readonly known: false; readonly causes: readonly Cause[] };

/** A value that AWS gave, or the reason why it did not. Open it with a `Read`. */
export class Observed<out T> {
  readonly #state: State<T>;

  private constructor(state: State<T>) {
    this.#state = state;
  }

  static known<T>(value: T, ...sources: readonly Source[]): Observed<T> {
    return new Observed<T>({ known: true, value, sources });
  }

  static unreadable(...causes: readonly Cause[]): Observed<never> {
    return new Observed<never>({ known: false, causes });
  }

  /** For the engine and its reports; checks and collectors use a `Read`, which keeps the receipt. */
  static open<T>(observed: Observed<T>): State<T> {
    return observed.#state;
  }
}

/**
 * What a list call told us: the resources, and what kept the list from being whole. A list with gaps still shows what
 * it has, so that a page that failed hides nothing of the pages before it.
 */
export interface Listing<out R> {
  readonly items: readonly R[];
  readonly gaps: readonly Cause[];
  readonly sources: readonly Source[];
}

/** Thrown by a `Read` that meets something unreadable. The engine turns it into an `unknown` finding. */
export class CannotTell extends Error {
  readonly causes: readonly Cause[];

  constructor(causes: readonly Cause[]) {
    super(causes.map((cause) => cause.detail).join('; '));
    this.name = 'CannotTell';
    this.causes = causes;
  }
}

/** The way into what was observed. Every method throws `CannotTell` where the answer is not known. */
export interface Read {
  /** The value. */
  <T>(observed: Observed<T>): T;
  /** Every resource of a list that must be whole. */
  list<R>(listing: Listing<R>): readonly R[];
  /** Whether one of the resources is so. One that is decides it, whatever else could not be read. */
  some<R>(listing: Listing<R>, is: (item: R) => boolean): boolean;
}

/** A `Read` and the receipts that it collected. */
export interface Reading {
  readonly read: Read;
  readonly sources: ReadonlySet<Source>;
}

/** Starts an empty receipt. */
export function startReading(): Reading {
  const sources = new Set<Source>();
  const keep = (added: readonly Source[]) => {
    for (const source of added) sources.add(source);
  };

  const value = <T>(observed: Observed<T>): T => {
    const state = Observed.open(observed);
    if (!state.known) throw new CannotTell(state.causes);
    keep(state.sources);
    return state.value;
  };

  const list = <R>(listing: Listing<R>): readonly R[] => {
    if (listing.gaps.length > 0) throw new CannotTell(listing.gaps);
    keep(listing.sources);
    return listing.items;
  };

  const some = <R>(listing: Listing<R>, is: (item: R) => boolean): boolean => {
    const causes: Cause[] = [...listing.gaps];
    keep(listing.sources);
    for (const item of listing.items) {
      try {
        if (is(item)) return true;
      } catch (error) {
        if (!(error instanceof CannotTell)) throw error;
        causes.push(...error.causes);
      }
    }
    if (causes.length > 0) throw new CannotTell(causes);
    return false;
  };

  return { read: Object.assign(value, { list, some }), sources };
}

/** A value reasoned out of others: known when all that the reasoning read was known, with all their sources. */
export function derive<T>(reason: (read: Read) => T): Observed<T> {
  const reading = startReading();
  try {
    const value = reason(reading.read);
    return Observed.known(value, ...reading.sources);
  } catch (error) {
    if (error instanceof CannotTell) return Observed.unreadable(...error.causes);
    throw error;
  }
}
