/**
 * What a collector is handed: calls whose answers are observed. Nothing that fails here throws; it becomes an
 * unreadable value or a gap in a list, with AWS's own words.
 */
import type { Cause, Listing, Observed } from '../observe/observed.ts';
import type { Operation } from './operation.ts';

/** How to take members out of an answer. */
export interface Members {
  /** A member that AWS always sends. Where it is missing the answer cannot be used, and the resource not be named. */
  must<V extends object, K extends keyof V & string>(of: V, name: K): NonNullable<V[K]>;
  /** The same for one value of a resource: where the member is missing, that value alone is unreadable. */
  field<V extends object, K extends keyof V & string>(of: V, name: K): Observed<NonNullable<V[K]>>;
  /** A value reasoned from the answer; `must` and `unusable` within make it unreadable. */
  observe<T>(reason: () => T): Observed<T>;
  /** Says that the answer is there but cannot be understood. */
  unusable(why: string): never;
  /** The cause to give where a list is not whole although its call went well. */
  gap(why: string): Cause;
}

export interface GetOptions<A> {
  /** The value that stands for "there is none", where the operation declares error codes that say so. */
  readonly whenAbsent?: A;
  /** Another Region than the collector's own, such as a bucket's. */
  readonly region?: string;
}

/** The ways to ask. */
export interface Reads {
  /** Sends one call and reads its answer. */
  get<I, O extends object, T, A = never>(
    operation: Operation<I, O>,
    input: I,
    read: (answer: O, members: Members) => T,
    options?: GetOptions<A>,
  ): Promise<Observed<T | A>>;
  /** Sends the call until `done`, as services want it that prepare an answer first. The last answer counts. */
  poll<I, O extends object, T>(
    operation: Operation<I, O>,
    input: I,
    done: (answer: O) => boolean,
    read: (answer: O, members: Members) => T,
  ): Promise<Observed<T>>;
  /**
   * Reads every page of a list. What `each` returns for an item goes into the listing: once, although the service may
   * show it on two pages, and with the page that it came from.
   */
  list<I, O extends object, K extends keyof O & string, R>(
    operation: Operation<I, O>,
    input: I,
    items: K,
    each: (item: ItemOf<O[K]>, members: Members) => R | readonly R[],
    options: ListOptions & ItemKey<R>,
  ): Promise<Listing<R>>;
  list<I, O extends object, K extends keyof O & string, R extends KeyedItem>(
    operation: Operation<I, O>,
    input: I,
    items: K,
    each: (item: ItemOf<O[K]>, members: Members) => R | readonly R[],
    options?: ListOptions,
  ): Promise<Listing<R>>;
}

export interface ListOptions {
  /** Another Region than the collector's own. */
  readonly region?: string;
}

/** What tells two items of a list apart. */
export interface ItemKey<R> {
  readonly key: (item: R) => string;
}

/** Texts and resources tell themselves apart; for other items `key` must. */
export type KeyedItem = string | { readonly arn: string };

/** Where and when a collector works. */
export interface Place {
  readonly account: string;
  readonly partition: string;
  /** The Region at hand; `global` for collectors of services without Regions. */
  readonly region: string;
  /** The Regions of the scan. */
  readonly regions: readonly string[];
  /** When the scan began: the clock of every age. */
  readonly now: Date;
  /** Every Region of the partition, and whether the account has it: read once, before the collectors. */
  readonly regionStates: Observed<readonly RegionState[]>;
  /** What users set for checks, by check id and parameter: a collector asks no more than its limits need. */
  readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Aws extends Reads, Place {}

/** A Region of the partition and whether the account has it. */
export interface RegionState {
  readonly region: string;
  readonly enabled: boolean;
  /** As AWS names it: `opted-in`, `not-opted-in`, `ENABLING`, … */
  readonly state: string;
}

/** An item of a list, or of one that CloudFront wraps with its count and its token. */
export type ItemOf<L> =
  NonNullable<L> extends readonly (infer E)[]
    ? E
    : NonNullable<L> extends { readonly Items?: readonly (infer E)[] | undefined }
      ? E
      : never;
