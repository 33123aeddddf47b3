/** Works through a list, several at once, as long as there is memory for a further one. */
import { heapHasRoom } from './memory.ts';

export interface Several {
  /** At once, at most. */
  readonly atOnce: number;
  /** Nothing more is begun when it is aborted. */
  readonly signal: AbortSignal;
  /** Whether there is memory for a further one; asked before each is begun, but for one alone. */
  readonly hasRoom?: () => boolean;
}

/** Resolves when all that was begun has ended; rejects with the first error, when the others have ended. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  { atOnce, signal, hasRoom = heapHasRoom }: Several,
): Promise<void> {
  const waiting = [...items];
  const running = new Set<Promise<void>>();
  const errors: unknown[] = [];
  const mayBegin = () => running.size === 0 || (running.size < atOnce && hasRoom());
  while (waiting.length > 0 && !signal.aborted && errors.length === 0) {
    if (!mayBegin()) {
      await Promise.race(running);
      continue;
    }
    const [item] = waiting.splice(0, 1);
    if (item === undefined) break;
    const task: Promise<void> = work(item)
      .catch((error: unknown) => {
        errors.push(error);
      })
      .finally(() => running.delete(task));
    running.add(task);
  }
  await Promise.all(running);
  if (errors.length > 0) throw errors[0];
}
