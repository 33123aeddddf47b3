/** How members are taken out of an answer: what is missing is never filled in. */
import { type Cause, Observed, type Source } from '../observe/observed.ts';
import type { Members } from './reads.ts';

/** An answer that lacks a member which AWS always sends, or that makes no sense. */
export class Unusable extends Error {}

const must: Members['must'] = (of, name) => {
  const value = of[name];
  if (value === undefined || value === null) throw new Unusable(`the answer lacks ${name}`);
  return value;
};

/** @param spoil tells the ledger that the answer could not be used as it came */
export function membersOf(source: Source, spoil: (why: string) => void): Members {
  // All values of the answer share it.
  const sources = [source];
  const gap = (why: string) => {
    spoil(why);
    return unusableCause(why, source);
  };
  const observe = <T>(reason: () => T): Observed<T> => {
    try {
      return Observed.knownBy(sources, reason());
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      return Observed.unreadable(gap(error.message));
    }
  };
  return {
    gap,
    must,
    observe,
    field: (of, name) => observe(() => must(of, name)),
    unusable: (why) => {
      throw new Unusable(why);
    },
  };
}

function unusableCause(detail: string, source: Source): Cause {
  return { reason: 'failed', detail, source };
}
