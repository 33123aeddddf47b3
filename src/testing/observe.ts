/** Observed values for tests: known, or unreadable for a reason. */
import { type Anywhere, anywhereOf } from '../collect/collector.ts';
import type { PerResource } from '../collect/per-resource.ts';
import {
  type Cause,
  type CauseReason,
  type Listing,
  Observed,
  type Source,
} from '../observe/observed.ts';

/** The call that every value of a test came in, unless it says otherwise. */
const someCall: Source = {
  id: 'test:SomeCall@eu-west-1',
  service: 'test',
  operation: 'SomeCall',
  region: 'eu-west-1',
  regional: true,
};

export function known<T>(value: T): Observed<T> {
  return Observed.known(value, someCall);
}

export function unreadable(reason: CauseReason = 'denied'): Observed<never> {
  return Observed.unreadable(causeOf(reason));
}

export function causeOf(reason: CauseReason): Cause {
  return { reason, detail: `the test says ${reason}`, source: someCall };
}

/** A list that is whole. */
export function listing<R>(...items: readonly R[]): Listing<R> {
  return { items, gaps: [], sources: [someCall] };
}

/** A list of which a page could not be read. */
export function partialListing<R>(reason: CauseReason, ...items: readonly R[]): Listing<R> {
  return { items, gaps: [causeOf(reason)], sources: [someCall] };
}

/** What the Regions gave, which are all that the account has unless some were left out. */
export function anywhere<T>(
  results: ReadonlyMap<string, T>,
  allRegions: Observed<true> = known(true),
): Anywhere<T> {
  return anywhereOf(results, allRegions);
}

/** The same setting for every resource. */
export function everyone<T>(setting: Observed<T>): PerResource<T> {
  return { of: () => setting };
}
