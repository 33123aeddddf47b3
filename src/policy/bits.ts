/** Sets of small numbers, one bit each: 32 of them are compared in one step. */
export type Bits = Uint32Array;

/** An empty set for numbers below `size`. */
export function noBits(size: number): Bits {
  return new Uint32Array(Math.ceil(size / 32));
}

/** The set of all numbers below `size` for which the test holds. */
export function bitsWhere(size: number, holds: (at: number) => boolean): Bits {
  const bits = noBits(size);
  for (let at = 0; at < size; at += 1) if (holds(at)) setBit(bits, at);
  return bits;
}

/** Puts a number into a set. */
export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = wordOf(bits, at >>> 5) | (1 << (at & 31));
}

/** The numbers from `32 * at` on as the bits of one word; beyond the end of the set there are none. */
function wordOf(bits: Bits, at: number): number {
  return bits[at] ?? 0;
}

export function union(a: Bits, b: Bits): Bits {
  const both = noBits(a.length * 32);
  for (let at = 0; at < a.length; at += 1) both[at] = wordOf(a, at) | wordOf(b, at);
  return both;
}

export function intersection(a: Bits, b: Bits): Bits {
  const both = noBits(a.length * 32);
  for (let at = 0; at < a.length; at += 1) both[at] = wordOf(a, at) & wordOf(b, at);
  return both;
}

/** What is in `a` and not in `b`. */
export function difference(a: Bits, b: Bits): Bits {
  const rest = noBits(a.length * 32);
  for (let at = 0; at < a.length; at += 1) rest[at] = wordOf(a, at) & ~wordOf(b, at);
  return rest;
}

/** Tells whether two sets have a number in common. */
export function intersect(a: Bits, b: Bits): boolean {
  for (let at = 0; at < a.length; at += 1) if ((wordOf(a, at) & wordOf(b, at)) !== 0) return true;
  return false;
}

export function isEmpty(bits: Bits): boolean {
  for (let at = 0; at < bits.length; at += 1) if (wordOf(bits, at) !== 0) return false;
  return true;
}

/** Tells whether a set has a number from `from` on and below `to`. */
export function anyBetween(bits: Bits, from: number, to: number): boolean {
  for (let at = from >>> 5; at * 32 < to; at += 1) {
    let word = wordOf(bits, at);
    if (at * 32 < from) word &= -1 << (from & 31);
    if (at * 32 + 32 > to) word &= ~(-1 << (to & 31));
    if (word !== 0) return true;
  }
  return false;
}
