/**
 * How much a reading may think. Whoever may write one policy must not be able to stop a scan with it, so the reasoning
 * counts its steps, and gives up where they are too many: then nothing is known. Steps and not seconds: the same
 * policy gets the same verdict on every machine.
 */

/** A count of steps with an end. */
export interface Work {
  /** Steps taken until now. */
  readonly steps: number;
  /** Counts steps that are about to be taken. Throws `TooMuchWork` where they are more than are left. */
  spend(steps: number): void;
}

/** Thrown where a policy cannot be judged within its budget. What it would have said is not known. */
export class TooMuchWork extends Error {
  constructor() {
    super('the policy is too large and too tangled to be judged');
    this.name = 'TooMuchWork';
  }
}

/**
 * The most steps of one reading; they take less than half a second. The largest policies that are read here, key
 * policies of n = 32 KiB, take at most 70 million: n * n / 128 to compare one half of the characters with the other,
 * once for patterns and once for exceptions, and n ** 3 / 27 / (4 * 4 * 62 * 32) to compare, for each action and each
 * resource of at least 4 characters, which of the Denies, of at least 62, take them. The hardest that we could make
 * take 14 million. What is compared with names that we chose grows with the policy alone, and is not counted.
 */
const MOST_STEPS = 100_000_000;

/** Starts a count. */
export function workUpTo(most = MOST_STEPS): Work {
  let steps = 0;
  return {
    get steps() {
      return steps;
    },
    spend(more) {
      steps += more;
      if (steps > most) throw new TooMuchWork();
    },
  };
}
