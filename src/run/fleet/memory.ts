/**
 * One budget of memory for all accounts that are scanned at once. Where it runs short, the account that was begun first goes on
 * alone: what the others read so far stays, and they go on when it has ended, or when there is room again. So however large the
 * accounts are, not all of them grow at the same time.
 */
import v8 from 'node:v8';
import type { Clock } from '../../aws/clock.ts';
import { type Hold, letGo } from '../../aws/quota/dispatcher.ts';

/** Bytes of heap in use above which one account alone goes on. With the program and its sockets that is some 400 MB. */
const mostHeap = 240 * 2 ** 20;

/** Milliseconds between two looks at it while accounts are kept back. */
const pause = 100;

export interface Memory {
  /** Whether a further account may be begun. */
  hasRoom(): boolean;
  /** Of an account that begins. */
  begin(): Turn;
}

export interface Turn {
  readonly hold: Hold;
  /** The account is done: nothing of it is kept any more. */
  end(): void;
}

/** @param hasRoom whether all of them may go on */
export function createMemory(clock: Clock, hasRoom: () => boolean = heapHasRoom): Memory {
  /** In the order in which they began. */
  const turns: Hold[] = [];
  /** Ends the wait for the next look, while there is one. */
  let stopWaiting: (() => void) | undefined;

  const look = () => {
    stopWaiting?.();
    stopWaiting = undefined;
    const [first] = turns;
    if (first) letGo(first);
    if (hasRoom()) turns.forEach(letGo);
    if (turns.some(({ line }) => line.length > 0)) stopWaiting = clock.after(pause, look);
  };
  return {
    hasRoom,
    begin: () => {
      const hold: Hold = {
        line: [],
        isHeld: () => {
          if (turns[0] === hold || hasRoom()) return false;
          stopWaiting ??= clock.after(pause, look);
          return true;
        },
      };
      turns.push(hold);
      return {
        hold,
        end: () => {
          turns.splice(turns.indexOf(hold), 1);
          letGo(hold);
          look();
        },
      };
    },
  };
}

export function heapHasRoom(): boolean {
  const { used_heap_size: heap, external_memory: external } = v8.getHeapStatistics();
  return heap + external < mostHeap;
}
