/** Several accounts at once: no more than were asked for, none beyond the memory, and all of them in the end. */
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../../src/run/fleet/several.ts';

/** Work that ends when it is told to. */
function bench() {
  const ends = new Map<number, () => void>();
  const begun: number[] = [];
  return {
    begun,
    work: (item: number) =>
      new Promise<void>((resolve) => {
        begun.push(item);
        ends.set(item, resolve);
      }),
    end: async (item: number) => {
      ends.get(item)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const { signal } = new AbortController();

describe('work on several at once', () => {
  it('begins the next when one ends', async () => {
    const { work, end, begun } = bench();
    const done = inParallel([1, 2, 3, 4], work, { atOnce: 2, signal, hasRoom: () => true });
    expect(begun).toEqual([1, 2]);
    await end(2);
    expect(begun).toEqual([1, 2, 3]);
    for (const item of [1, 3, 4]) await end(item);
    await done;
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('goes on one by one where there is no memory for two', async () => {
    const { work, end, begun } = bench();
    const done = inParallel([1, 2], work, { atOnce: 8, signal, hasRoom: () => false });
    expect(begun).toEqual([1]);
    await end(1);
    expect(begun).toEqual([1, 2]);
    await end(2);
    await done;
  });

  it('begins nothing more after the signal, and waits for what was begun', async () => {
    const { work, end, begun } = bench();
    const controller = new AbortController();
    const done = inParallel([1, 2, 3], work, {
      atOnce: 1,
      signal: controller.signal,
      hasRoom: () => true,
    });
    controller.abort();
    await end(1);
    await done;
    expect(begun).toEqual([1]);
  });

  it('rejects with the fault of one when the others have ended', async () => {
    const { work, end } = bench();
    const faulty = (item: number) =>
      item === 1 ? Promise.reject(new Error('broken')) : work(item);
    const done = inParallel([1, 2, 3], faulty, { atOnce: 2, signal, hasRoom: () => true });
    // Whoever looks later finds a rejection that nobody took.
    const fault = done.catch((error: unknown) => error);
    await end(2);
    expect(await fault).toEqual(new Error('broken'));
  });
});
