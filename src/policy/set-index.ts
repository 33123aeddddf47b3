import { type Bits, bitsWhere, difference, intersection, isEmpty, union } from './bits.ts';
import { globsOf } from './coverage.ts';
import type { PatternSet } from './document.ts';
import { indexGlobs } from './glob-index.ts';
import type { Work } from './work.ts';

/** Many sets of patterns, compared all at once; an answer is the places of the sets for which it holds. */
export interface SetIndex {
  /** The sets that take in everything that the target (a name or a glob) stands for: `setCovers` for each. */
  covering(target: string): Bits;
  /** The sets that take in all of another set. */
  coveringSet(inner: PatternSet): Bits;
}

/** Makes an index of sets; a set's place in the list is its number. */
export function indexSets(sets: readonly PatternSet[], work: Work): SetIndex {
  const globsWhere = (mode: PatternSet['mode']) =>
    sets.map((set) => (set.mode === mode ? globsOf(set) : []));
  const listed = indexGlobs(globsWhere('only'), work);
  const leftOut = indexGlobs(globsWhere('except'), work);
  const everySet = bitsWhere(sets.length, () => true);
  const excepting = bitsWhere(sets.length, (at) => sets[at]?.mode === 'except');
  const everything = bitsWhere(sets.length, (at) => {
    const set = sets[at];
    return set?.mode === 'only' && globsOf(set).includes('*');
  });

  const covering = (target: string): Bits =>
    union(listed.covering(target), difference(excepting, leftOut.overlapping(target)));

  return {
    covering,
    coveringSet(inner) {
      if (inner.mode === 'only') {
        return globsOf(inner).reduce((all, glob) => intersection(all, covering(glob)), everySet);
      }
      // A set that leaves things out takes in another such set if the other leaves out all of the same.
      const without = indexGlobs([globsOf(inner)], work);
      const all = bitsWhere(sets.length, (at) => {
        const set = sets[at];
        return (
          set?.mode === 'except' && globsOf(set).every((glob) => !isEmpty(without.covering(glob)))
        );
      });
      return union(everything, all);
    },
  };
}
