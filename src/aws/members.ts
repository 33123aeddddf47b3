/** How members are taken out of an answer: what is missing is never filled in. */
import { type Cause, Observed, type Source } from '../observe/observed.ts';
import type { Members } from './reads.ts';
import { Unusable } from './unusable.ts';

const must: Members['must'] = (of, name) => {
  const value = of[name];
  if (value === undefined || value === null) throw new Unusable(`the answer lacks ${name}`);
  // No id, name or setting is the empty text: what came so was not told.
  if (typeof value === 'string' && value.trim() === '')
    throw new Unusable(`the answer has an empty ${name}`);
  return value;
};

/**
 * What is missing is told to nobody here: most of what an answer could lack no verdict needs. It is told with the value,
 * and becomes a gap of the report where a judgement cannot do without (src/judge/judge.ts).
 */
export function membersOf(source: Source): Members {
  // Shared by all values of the answer, as equal texts and numbers share one value: large lists repeat themselves.
  const sources = [source];
  const plain = new Map<unknown, Observed<unknown>>();
  const known = <T>(value: T): Observed<T> => {
    const same = plain.get(value);
    if (same && holds(same, value)) return same;
    const made = Observed.knownBy(sources, value);
    if (typeof value !== 'object') plain.set(value, made);
    return made;
  };
  const gap = (why: string) => unusableCause(why, source);
  const observe = <T>(reason: () => T): Observed<T> => {
    try {
      return known(reason());
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

/** What holds the very value is an Observed of its type. */
function holds<T>(observed: Observed<unknown>, value: T): observed is Observed<T> {
  const state = Observed.open(observed);
  return state.known && state.value === value;
}

function unusableCause(detail: string, source: Source): Cause {
  return { reason: 'failed', detail, source, spoilt: true };
}
