import { setImmediate } from 'node:timers/promises';
import type { Pace } from '../judge/evaluate.ts';

/** Milliseconds of work after which the process looks up: too short to be felt at Ctrl-C, too long to cost anything. */
const turn = 10;

/** Work in turns: a signal or a timer is heard between two. */
export function inTurns(): Pace {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since >= turn,
    rest: async () => {
      await setImmediate();
      since = performance.now();
    },
  };
}
