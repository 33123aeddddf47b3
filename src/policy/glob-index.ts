import { anyBetween, type Bits, bitsWhere, intersection, isEmpty, noBits, setBit } from './bits.ts';
import type { Work } from './work.ts';

/**
 * Many globs, compared with a target all at once. Each belongs to an owner, such as the statement it stands in, and an
 * answer is the set of owners that have a glob for which it holds.
 */
export interface GlobIndex {
  /** Owners of a glob that matches everything that the target, a name or a glob, stands for: `covers` for each. */
  covering(target: string): Bits;
  /** Owners of a glob that matches anything of what the target stands for: `overlaps` for each. */
  overlapping(target: string): Bits;
}

/**
 * The places in all globs, one bit each, glob behind glob: one before the first letter and one behind each letter or
 * `?`. A `*` has no place of its own, it is where one stays. The places that are reached are one set of bits, and a
 * letter of the target moves all of them on at once, 32 in a step, however the globs are cut, spelled or nested.
 */
interface Places {
  /** Where the globs of each owner begin; at the end, where the last of them ends. */
  readonly begins: readonly number[];
  /** Where each glob begins. */
  readonly first: Bits;
  /** Where each glob ends: whoever is here has matched it. */
  readonly last: Bits;
  /** Places with a `*` behind them. */
  readonly stays: Bits;
  /** Places that are reached through a letter or a `?`. */
  readonly moved: Bits;
  /** One unused place behind each glob, for `moveOnward`. */
  readonly behind: Bits;
  /** Places that are reached through this letter, or through a `?`. */
  through(letter: string): Bits;
}

/**
 * Makes an index of lists of globs; the number of an owner is the place of its list. Comparing n characters with n
 * others takes n * n / 32 steps: 8 million where one half of the largest key policy is compared with the other.
 */
export function indexGlobs(lists: readonly (readonly string[])[], work: Work): GlobIndex {
  const places = placesOf(lists.map((globs) => [...new Set(globs)]));
  const { first, last, begins } = places;
  work.spend(first.length * 32);

  const ask = (target: string, move: Move): Bits => {
    const here = first.slice();
    for (let at = 0; at < target.length && !isEmpty(here); at += 1) {
      work.spend(here.length);
      move(here, target[at] ?? '', places);
    }
    work.spend(here.length + lists.length);
    const matched = intersection(here, last);
    return bitsWhere(lists.length, (owner) =>
      anyBetween(matched, begins[owner] ?? 0, begins[owner + 1] ?? 0),
    );
  };
  return {
    covering: remember((target) => ask(target, moveCovering)),
    overlapping: remember((target) => ask(target, moveOverlapping)),
  };
}

function placesOf(lists: readonly (readonly string[])[]): Places {
  const begins = [0];
  for (const globs of lists) {
    // One place for each letter, one before the first and one behind the last.
    const sizes = globs.map((glob) => glob.replaceAll('*', '').length + 2);
    begins.push(sizes.reduce((sum, size) => sum + size, begins.at(-1) ?? 0));
  }
  const size = begins.at(-1) ?? 0;
  const first = noBits(size);
  const last = noBits(size);
  const stays = noBits(size);
  const moved = noBits(size);
  const behind = noBits(size);
  const anyLetter = noBits(size);
  const letters = new Map<string, number[]>();

  let at = 0;
  for (const glob of lists.flat()) {
    setBit(first, at);
    for (const char of glob.split('')) {
      if (char === '*') {
        setBit(stays, at);
        continue;
      }
      at += 1;
      setBit(moved, at);
      if (char === '?') setBit(anyLetter, at);
      else if (letters.has(char)) letters.get(char)?.push(at);
      else letters.set(char, [at]);
    }
    setBit(last, at);
    setBit(behind, at + 1);
    at += 2;
  }
  const through = (letter: string): Bits => {
    const ofLetter = letters.get(letter);
    if (!ofLetter) return anyLetter;
    const bits = anyLetter.slice();
    for (const place of ofLetter) setBit(bits, place);
    return bits;
  };
  return { begins, first, last, stays, moved, behind, through: remember(through) };
}

/** Moves the places that are reached on by one letter or wildcard of the target. */
type Move = (here: Bits, char: string, places: Places) => void;

/** What the target leaves open the glob must leave open as well. */
function moveCovering(here: Bits, char: string, { stays, through }: Places): void {
  if (char === '*') keep(here, stays);
  else moveOne(here, through(char), stays);
}

/** What the target leaves open can be whatever the glob wants. */
function moveOverlapping(here: Bits, char: string, places: Places): void {
  if (char === '*') moveOnward(here, places);
  else moveOne(here, char === '?' ? places.moved : places.through(char), places.stays);
}

function keep(here: Bits, stays: Bits): void {
  for (let at = 0; at < here.length; at += 1) here[at] = (here[at] ?? 0) & (stays[at] ?? 0);
}

/** One place on where the letter leads, and staying where a `*` is. */
function moveOne(here: Bits, through: Bits, stays: Bits): void {
  let before = 0;
  for (let at = 0; at < here.length; at += 1) {
    const word = here[at] ?? 0;
    const next = (word << 1) | (before >>> 31);
    here[at] = (next & (through[at] ?? 0)) | (word & (stays[at] ?? 0));
    before = word;
  }
}

/**
 * From the first place that is reached in a glob to all places behind it. Taking 1 from the bits of a glob, read as one
 * number, turns over those up to the lowest that is set; the place behind the glob sees to it that there is one.
 */
function moveOnward(here: Bits, { first, behind, moved }: Places): void {
  let borrow = 0;
  for (let at = 0; at < here.length; at += 1) {
    const word = here[at] ?? 0;
    const ended = (word | (behind[at] ?? 0)) >>> 0;
    const less = ended - (first[at] ?? 0) - borrow;
    borrow = less < 0 ? 1 : 0;
    here[at] = word | (~(ended ^ less) & (moved[at] ?? 0));
  }
}

function remember(answer: (text: string) => Bits): (text: string) => Bits {
  const known = new Map<string, Bits>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
