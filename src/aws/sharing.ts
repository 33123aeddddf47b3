/**
 * Each call is sent once, and what came of it is shared by all who ask: at the same time, or one after the other. It is
 * kept only as long as somebody who declares its operation may yet ask for it, so that memory does not grow with the
 * account.
 */
import type { AnyOperation } from './operation.ts';

/** One who sends calls: a collector, or the discovery before them. */
export interface Asker {
  readonly id: string;
  /** Every operation that it may send. */
  readonly calls: readonly AnyOperation[];
}

export interface Sharing<T> {
  /** What came of the call: sent now, on its way, or kept. Throws where it was let go: one asker asks once. */
  once(call: SharedCall, send: () => Promise<T>): Promise<T>;
  /** Says that it asks no more. */
  ended(asker: Asker): void;
}

export interface SharedCall {
  readonly id: string;
  readonly operation: Pick<AnyOperation, 'service' | 'name'>;
  /** Id of the one who asks. */
  readonly by: string;
}

interface Kept<T> {
  readonly result: Promise<T>;
  readonly askedBy: Set<string>;
  isThere: boolean;
}

/** @param askers all who are still to ask; others may ask too, but nothing is kept for them */
export function createSharing<T>(askers: readonly Asker[]): Sharing<T> {
  /** Who may yet ask, by operation. */
  const waiting = new Map<string, Set<string>>();
  /** What is on its way or kept, by operation and call. */
  const kept = new Map<string, Map<string, Kept<T>>>();
  const sent = new Set<string>();
  for (const { id, calls } of askers) {
    for (const call of calls.filter(({ inParts }) => !inParts)) {
      entryOf(waiting, nameOf(call), () => new Set()).add(id);
    }
  }

  const tidy = (operation: string, id: string, entry: Kept<T>) => {
    const isWanted = [...(waiting.get(operation) ?? [])].some((each) => !entry.askedBy.has(each));
    if (entry.isThere && !isWanted) kept.get(operation)?.delete(id);
  };

  return {
    once: (call, send) => {
      const operation = nameOf(call.operation);
      const ofOperation = entryOf(kept, operation, () => new Map<string, Kept<T>>());
      const known = ofOperation.get(call.id);
      if (known) {
        known.askedBy.add(call.by);
        tidy(operation, call.id, known);
        return known.result;
      }
      if (sent.has(call.id)) {
        throw new Error(`${call.by} asks for ${call.id} again; its answer was let go`);
      }
      sent.add(call.id);
      const entry: Kept<T> = { result: send(), askedBy: new Set([call.by]), isThere: false };
      ofOperation.set(call.id, entry);
      const arrived = () => {
        entry.isThere = true;
        tidy(operation, call.id, entry);
      };
      entry.result.then(arrived, arrived);
      return entry.result;
    },
    ended: ({ id, calls }) => {
      for (const operation of calls.map(nameOf)) {
        waiting.get(operation)?.delete(id);
        for (const [call, entry] of kept.get(operation) ?? []) tidy(operation, call, entry);
      }
    },
  };
}

function nameOf({ service, name }: Pick<AnyOperation, 'service' | 'name'>): string {
  return `${service}:${name}`;
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
