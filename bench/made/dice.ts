/** Chance that falls the same in every run (xorshift, 32 bits), so that two runs measure the same report. */

export interface Dice {
  /** A whole number from 0 to one less than `limit`. */
  below(limit: number): number;
  /** Whether something comes true that does so of `share` in a hundred. */
  percent(share: number): boolean;
  /** So many letters of an alphabet, each as likely. */
  text(length: number, alphabet: string): string;
  pick<T>(values: readonly T[]): T;
}

export const hexDigits = '0123456789abcdef';

export function createDice(seed: number): Dice {
  let state = seed | 1;
  const roll = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (limit: number) => roll() % limit;
  return {
    below,
    percent: (share) => below(100) < share,
    text: (length, alphabet) => {
      let made = '';
      while (made.length < length) made += alphabet.charAt(below(alphabet.length));
      return made;
    },
    pick: (values) => {
      const found = values[below(values.length)];
      if (found === undefined) throw new Error('there is nothing to pick from');
      return found;
    },
  };
}

/** A UUID, as most services of AWS name a request. */
export function uuid({ text }: Dice): string {
  return [8, 4, 4, 4, 12].map((length) => text(length, hexDigits)).join('-');
}
