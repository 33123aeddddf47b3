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
  | 'deadline'
  | 'interrupted';

/** The API call behind a value. `id` is the call's id in the report; it is the same for the same call of every scan. */
export interface Source {
  readonly id: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** Whether it was asked for that Region, and not for the whole account. */
  readonly regional: boolean;
}

/**
 * Beside what happens to calls: what was asked about was deleted since it was listed, the scanner itself failed, or the
 * scan was told to leave out where the answer would be.
 */
export type CauseReason = UnreadableReason | 'gone' | 'fault' | 'left-out';

/** Why one call gave no usable answer. `detail` keeps AWS's own words. */
export interface Cause {
  readonly reason: CauseReason;
  readonly detail: string;
  readonly source: Source;
  /** Set where the call went well and its answer could not be used: that is a gap only for a verdict that rests on it. */
  readonly spoilt?: true;
}

interface KnownState<out T> {
  readonly known: true;
  readonly value: T;
  readonly sources: readonly Source[];
}

interface UnreadableState {
  readonly known: false;
  readonly causes: readonly Cause[];
}

type State<T> = KnownState<T> | UnreadableState;

/** A value that AWS gave, or the reason why it did not. Open it with a `Read`. */
export abstract class Observed<out T> {
  static known<T>(value: T, ...sources: readonly Source[]): Observed<T> {
    return new Known(value, sources);
  }

  /** The same, with a list of sources that many values share: large accounts have values by the million. */
  static knownBy<T>(sources: readonly Source[], value: T): Observed<T> {
    return new Known(value, sources);
  }

  static unreadable(...causes: readonly Cause[]): Observed<never> {
    return new Unreadable(causes);
  }

  /** For the engine and its reports; checks and collectors use a `Read`, which keeps the receipt. */
  static open<T>(observed: Observed<T>): State<T> {
    return observed.state();
  }

  protected abstract state(): State<T>;
}

/** It is its own state, and so one object, where large accounts have values by the million. */
class Known<out T> extends Observed<T> implements KnownState<T> {
  readonly known = true;
  readonly value: T;
  readonly sources: readonly Source[];

  constructor(value: T, sources: readonly Source[]) {
    super();
    this.value = value;
    this.sources = sources;
  }

  protected state(): State<T> {
    return this;
  }
}

class Unreadable extends Observed<never> implements UnreadableState {
  readonly known = false;
  readonly causes: readonly Cause[];

  constructor(causes: readonly Cause[]) {
    super();
    this.causes = causes;
  }

  protected state(): UnreadableState {
    return this;
  }
}

/** An item of a list that names the pages which showed it: a verdict on it rests on these, and on no other page. */
export interface Listed {
  readonly listed?: readonly Source[];
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
  /**
   * Whether one of the resources is so. One that is decides it, whatever else could not be read, and leaves the receipt
   * of its own pages alone; that none is rests on every page.
   */
  some<R>(listing: Listing<R>, is: (item: R) => boolean): boolean;
  /** The first resource that is so, in the manner of `some`; undefined where it is known that none is. */
  find<R>(listing: Listing<R>, is: (item: R) => boolean): R | undefined;
  /** Every resource that is known to be so, in the manner of `some`; none only where it is known that none is. */
  matching<R>(listing: Listing<R>, is: (item: R) => boolean): readonly R[];
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

  /** The resources that are so, up to `most` of them. */
  const take = <R>(listing: Listing<R>, is: (item: R) => boolean, most: number): R[] => {
    const found: R[] = [];
    const causes: Cause[] = [...listing.gaps];
    for (const item of listing.items) {
      if (settle(() => is(item), causes)) found.push(item);
      if (found.length === most) break;
    }
    for (const item of found) keep(pagesOf(item, listing.sources));
    if (found.length > 0) return found;
    keep(listing.sources);
    if (causes.length > 0) throw new CannotTell(causes);
    return [];
  };

  const some: Read['some'] = (listing, is) => take(listing, is, 1).length > 0;
  const find: Read['find'] = (listing, is) => take(listing, is, 1)[0];
  const matching: Read['matching'] = (listing, is) => take(listing, is, listing.items.length);

  return { read: Object.assign(value, { list, some, find, matching }), sources };
}

/** The pages that an item came from, or those of its whole list where it does not name them. */
export function pagesOf(item: unknown, list: readonly Source[]): readonly Source[] {
  return isListed(item) ? item.listed : list;
}

function isListed(item: unknown): item is Required<Listed> {
  return (
    typeof item === 'object' && item !== null && 'listed' in item && Array.isArray(item.listed)
  );
}

/** The condition's truth, or undefined with its causes added to `causes`. */
export function settle(condition: () => boolean, causes: Cause[]): boolean | undefined {
  try {
    return condition();
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    causes.push(...error.causes);
    return undefined;
  }
}

/** A value reasoned out of others: known when all that the reasoning read was known, with all their sources. */
export function derive<T>(reason: (read: Read) => T): Observed<T> {
  const reading = startReading();
  try {
    const value = reason(reading.read);
    return Observed.knownBy([...reading.sources], value);
  } catch (error) {
    if (error instanceof CannotTell) return Observed.unreadable(...error.causes);
    throw error;
  }
}
