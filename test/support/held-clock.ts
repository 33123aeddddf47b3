/** A clock that moves only when a test moves it. */
import type { Clock } from '../../src/aws/clock.ts';

export interface HeldClock extends Clock {
  /** How many wait for their moment. */
  waiting(): number;
  /** Lets so many milliseconds pass; what is due within them runs in its order. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until `done`, or until nothing waits any more. */
  passUntil(done: () => boolean): Promise<void>;
  /** Lets time pass as fast as it can until the work has ended, and gives what it came to. */
  during<T>(work: Promise<T>): Promise<T>;
}

export function holdClock(): HeldClock {
  let now = 0;
  const due = new Map<object, { readonly at: number; readonly run: () => void }>();

  const next = (until: number) =>
    [...due].filter(([, { at }]) => at <= until).toSorted(([, a], [, b]) => a.at - b.at)[0];

  /** Runs the next that is due. False when nothing is. */
  const step = async (until: number): Promise<boolean> => {
    await settled();
    const soonest = next(until);
    if (!soonest) return false;
    const [key, { at, run }] = soonest;
    due.delete(key);
    now = Math.max(now, at);
    run();
    return true;
  };

  return {
    now: () => now,
    waiting: () => due.size,
    after: (milliseconds, run) => {
      const key = {};
      due.set(key, { at: now + milliseconds, run });
      return () => {
        due.delete(key);
      };
    },
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      while (await step(end));
      now = end;
    },
    passUntil: async (done) => {
      while (!done() && (await step(Number.POSITIVE_INFINITY)));
      await settled();
    },
    during: async (work) => {
      const ended = work.then(
        () => true,
        () => true,
      );
      const goesOn = () => settled().then(() => false);
      while (!(await Promise.race([ended, goesOn()]))) await step(Number.POSITIVE_INFINITY);
      return work;
    },
  };
}

/** Lets every promise that is ready run. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
