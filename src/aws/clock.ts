/** Time, for tests to hold. */
export interface Clock {
  /** Milliseconds; it never goes back. */
  now(): number;
  /** Runs once after so many milliseconds; what it returns cancels that. */
  after(milliseconds: number, run: () => void): () => void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
