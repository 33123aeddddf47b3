/**
 * AWS's request rates, for each account and Region: a bucket of `burst` requests that refills at `refill` a second. Each
 * service states its own, with the page, in its service.ts; where AWS documents none it is a careful guess, and the
 * dispatcher learns from each throttle.
 */
export interface Rate {
  readonly burst: number;
  /** Requests a second. */
  readonly refill: number;
  /** Operations that share one bucket bear the same group. */
  readonly group?: string;
  /** The page, or what the guess rests on. */
  readonly source: string;
}

/** The rate of a service's operations, and of those that differ from it by name. */
export interface Rates {
  readonly usual: Rate;
  readonly [operation: string]: Rate;
}

/** An operation as its bucket sees it. */
export interface Rated {
  readonly service: string;
  readonly name: string;
  readonly rate: Rate;
}

/** The guess for a service whose rates AWS does not document. */
export function careful(source: string): Rate {
  return { burst: 20, refill: 15, source };
}
